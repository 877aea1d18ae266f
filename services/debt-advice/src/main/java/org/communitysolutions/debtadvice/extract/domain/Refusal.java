package org.communitysolutions.debtadvice.extract.domain;

/**
 * Why a line of an extract is not taken.
 *
 * @param field the column as the file names it, or empty if it is the line as a whole
 * @param code stable, lower case with hyphens
 * @param sentence what was expected; quotes nothing of the line
 */
public record Refusal(String field, String code, String sentence) {

    public static Refusal ofLine(String code, String sentence) {
        return new Refusal("", code, sentence);
    }
}

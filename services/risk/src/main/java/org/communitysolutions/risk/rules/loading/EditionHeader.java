package org.communitysolutions.risk.rules.loading;

import org.communitysolutions.risk.rules.Rulebook;

/** Reads which edition of a file it is. */
final class EditionHeader {

    private EditionHeader() {}

    static Rulebook.Edition read(Entry file) {
        String version = file.at("version").text();
        if (!version.matches("[0-9a-z][0-9a-z.-]{0,39}")) {
            throw file.at("version").refuse("1 to 40 lower-case letters, digits, dots and hyphens");
        }
        return new Rulebook.Edition(
                version, file.at("effective-from").date(), file.at("source").text());
    }
}

package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with gaps for figures, {@code "now {level}"}; taken apart once, as it is filled often. */
public final class Sentence {

    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");

    /** The sentence of a condition that is silent. */
    public static final Sentence NOTHING = new Sentence("");

    private final String text;
    private final List<String> between = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    public Sentence(String text) {
        this.text = text;
        Matcher gap = GAP.matcher(text);
        int from = 0;
        while (gap.find()) {
            between.add(text.substring(from, gap.start()));
            gaps.add(gap.group(1));
            from = gap.end();
        }
        between.add(text.substring(from));
    }

    public String text() {
        return text;
    }

    /** The names of its gaps. */
    public List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** The sentence with what {@code figures} gives for the name of each gap. */
    String fill(UnaryOperator<String> figures) {
        if (gaps.isEmpty()) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length() + 40);
        for (int i = 0; i < gaps.size(); i++) {
            filled.append(between.get(i)).append(figures.apply(gaps.get(i)));
        }
        return filled.append(between.getLast()).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sentence sentence && text.equals(sentence.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

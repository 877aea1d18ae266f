package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What the factors that a household has come to.
 *
 * @param points their sum, kept between 0 and 1,000
 */
record Score(List<ScorePart> parts, int points) {

    private static final int HIGHEST = 1000;

    static Score of(List<HeldFactor> held) {
        List<ScorePart> parts = new ArrayList<>();
        int sum = 0;
        for (HeldFactor factor : held) {
            addParts(factor, parts);
        }
        for (ScorePart part : parts) {
            sum += part.points();
        }
        return new Score(List.copyOf(parts), Math.clamp(sum, 0, HIGHEST));
    }

    private static void addParts(HeldFactor held, List<ScorePart> parts) {
        Factor.Points points = held.factor().points();
        parts.add(new ScorePart(held.code(), ScorePart.Because.PRESENT, points.present(), held.began()));
        Factor.LevelPoints reached = null;
        for (Factor.LevelPoints step : points.byLevel()) {
            reached = held.level().orElse(0) >= step.from() ? step : reached;
        }
        if (reached != null) {
            parts.add(new ScorePart(held.code(), ScorePart.Because.LEVEL, reached.points(), held.latest()));
        }
        if (points.rising() != 0 && held.trend() == Trend.RISING) {
            parts.add(new ScorePart(held.code(), ScorePart.Because.RISING, points.rising(), held.latest()));
        }
    }
}

package org.communitysolutions.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.communitysolutions.risk.rules.loading.Files;

class OpenKindsTest {

    private static final OpenKinds KINDS = new OpenKinds(Files.vocabulary());
    private static final Set<String> TELLING = Files.vocabulary().work().values().stream()
            .flatMap(kind -> kind.opens().stream())
            .map(step -> step.on().type())
            .collect(Collectors.toSet());

    @Property(tries = 500)
    void areThoseOfTheWorkThatIsOpen(@ForAll long seed) {
        Random random = new Random(seed);
        Set<String> types = Files.vocabulary().events().stream()
                .map(KnownEvent::type)
                .filter(type -> TELLING.contains(type) || type.matches(".*(closed|ended|completed|withdrawn).*"))
                .collect(Collectors.toSet());
        List<PastEvent> history = new ArrayList<>(new Histories(random, 60).some(random.nextInt(12), types));
        Collections.shuffle(history, random);

        List<String> open = KINDS.of(history);

        assertThat(open)
                .isEqualTo(OpenWork.of(Files.vocabulary(), history).stream()
                        .map(OpenWork::kind)
                        .distinct()
                        .toList());
    }
}

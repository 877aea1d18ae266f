package org.communitysolutions.risk.rules.loading;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.communitysolutions.risk.rules.Outcomes;
import org.communitysolutions.risk.rules.TeamCapacity;
import org.communitysolutions.risk.rules.Vocabulary;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What rules are judged by. It is read and checked when the service starts; a service whose files are refused does not start. */
@ApplicationScoped
class OutcomeFiles {

    private final RulebookFiles files;

    OutcomeFiles(RulebookFiles files) {
        this.files = files;
    }

    @Produces
    @Singleton
    @Startup
    Outcomes outcomes(@ConfigProperty(name = "rules.outcomes") String file, Vocabulary vocabulary) {
        return OutcomesFile.read(files.entry(file), vocabulary);
    }

    @Produces
    @Singleton
    @Startup
    TeamCapacity capacity(@ConfigProperty(name = "rules.capacity") String file, Vocabulary vocabulary) {
        return CapacityFile.read(files.entry(file), vocabulary);
    }
}

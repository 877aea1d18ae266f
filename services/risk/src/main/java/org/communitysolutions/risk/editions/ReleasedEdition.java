package org.communitysolutions.risk.editions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.communitysolutions.risk.editions.persistence.StandingRows;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.loading.EditionText;
import org.communitysolutions.risk.rules.loading.ReadRulebook;
import org.communitysolutions.risk.rules.loading.RulebookFiles;
import org.communitysolutions.risk.rules.loading.RulesRefused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the edition that a release brings along beside those that the database has. */
@ApplicationScoped
class ReleasedEdition {

    private static final Logger LOG = Logger.getLogger(ReleasedEdition.class);

    private final RulebookFiles files;
    private final ReadRulebook read;
    private final StandingRows rows;
    private final String service;

    ReleasedEdition(
            RulebookFiles files,
            ReadRulebook read,
            StandingRows rows,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.files = files;
        this.read = read;
        this.rows = rows;
        this.service = "service:" + service;
    }

    /**
     * Puts it in: as the live one if there is none, else as one that waits for a person. What the database has of that
     * version already stays as it is, and the live edition stays live, whatever the release brings.
     *
     * @return the edition, ready to evaluate by; empty if the database has not got just this
     * @throws RulesRefused if there is no live edition and the files are refused
     * @throws UncheckedIOException if there is no live edition and the files cannot be read
     */
    Optional<Evaluator> putIn(Connection connection) throws SQLException {
        Optional<String> live = rows.read(connection).live();
        try {
            EditionText text = files.edition();
            Evaluator evaluator = read.read(text);
            rows.lock(connection);
            return putIn(connection, text, evaluator) ? Optional.of(evaluator) : Optional.empty();
        } catch (RulesRefused | UncheckedIOException refused) {
            if (live.isEmpty()) {
                throw refused;
            }
            LOG.errorf("The release's edition is refused; %s stays live: %s", live.get(), refused.getMessage());
            return Optional.empty();
        }
    }

    private boolean putIn(Connection connection, EditionText text, Evaluator evaluator) throws SQLException {
        String version = RulesInForce.version(evaluator);
        Optional<EditionText> kept = rows.text(connection, version);
        if (kept.isPresent()) {
            boolean same = kept.get().digest().equals(text.digest());
            if (!same) {
                LOG.errorf("The release's edition %s is not the %s that was loaded, which is kept", version, version);
            }
            return same;
        }
        read.compare(text, rows.approved(connection));
        rows.add(connection, version, evaluator.book().factorsEdition().version(), text, service);
        Optional<String> live = rows.read(connection).live();
        if (live.isEmpty()) {
            rows.begin(connection, version, service);
        } else {
            LOG.infof("The release brings the edition %s: it is loaded; %s stays live", version, live.get());
        }
        return true;
    }
}

package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.CaseFile;
import org.communitysolutions.casemanagement.casefile.domain.Heading;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where case files are kept. Each caller finds those only that it may know of. */
public interface CaseFiles {

    /** A case file as of a version, which grows with each change. */
    record Kept(CaseFile file, long version) {}

    /** Lets one caller at a time see whether a household has an open file, so that two at once do not both find none. */
    Uni<Void> lockHousehold(Mutiny.Session session, UUID household);

    /** The household's open file, among the restricted ones or among the others. */
    Uni<Optional<UUID>> openFile(Mutiny.Session session, UUID household, boolean restricted);

    Uni<Void> add(Mutiny.Session session, Heading heading);

    Uni<Optional<Kept>> find(Mutiny.Session session, UUID id);

    /** Keeps the new state of a file that this transaction has read. */
    Uni<Kept> save(Mutiny.Session session, CaseFile file);
}

package org.communitysolutions.debtadvice.extract.mapping;

import java.util.List;

/** A mapping file that cannot be used. The service does not start with one. */
public final class MappingRefused extends RuntimeException {

    MappingRefused(String file, List<String> wrong) {
        super("The extract mapping %s cannot be used: %s".formatted(file, String.join("; ", wrong)));
    }
}

package org.communitysolutions.local.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.communitysolutions.embedded.ServerException;

/** Work that mostly waits, for several things at once. */
public final class TogetherForAll {

    private TogetherForAll() {}

    /**
     * Does the work for each; one that fails does not keep the others from being done.
     *
     * @throws ServerException with what each failure says
     */
    public static void run(List<String> names, Consumer<String> work) {
        List<CompletableFuture<Void>> begun = names.stream()
                .map(name -> CompletableFuture.runAsync(() -> work.accept(name), Thread::startVirtualThread))
                .toList();
        List<String> failures = new ArrayList<>();
        for (CompletableFuture<Void> one : begun) {
            try {
                one.join();
            } catch (CompletionException failure) {
                if (!(failure.getCause() instanceof ServerException known)) {
                    throw failure;
                }
                failures.add(known.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            throw new ServerException(String.join("\n", failures));
        }
    }
}

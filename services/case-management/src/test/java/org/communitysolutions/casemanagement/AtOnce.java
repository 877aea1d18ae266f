package org.communitysolutions.casemanagement;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Two things that really happen at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** Starts both, does what is to be done meanwhile, and waits for both. */
    public static <T> List<T> both(Callable<T> first, Callable<T> second, Runnable meanwhile) {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> one = threads.submit(() -> afterwards(start, first));
            Future<T> other = threads.submit(() -> afterwards(start, second));
            meanwhile.run();
            return List.of(one.get(60, TimeUnit.SECONDS), other.get(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("One of both did not end well", e);
        }
    }

    public static <T> List<T> both(Callable<T> first, Callable<T> second) {
        return both(first, second, () -> {});
    }

    private static <T> T afterwards(CyclicBarrier start, Callable<T> task) throws Exception {
        start.await(30, TimeUnit.SECONDS);
        return task.call();
    }
}

package org.communitysolutions.embedded;

import java.util.concurrent.CompletionException;

/** A server could not be started, or did not do what was asked of it. The message is fit to be shown to a person. */
public final class ServerException extends RuntimeException {

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }

    static ServerException from(CompletionException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof ServerException known
                ? known
                : new ServerException(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
}

package org.communitysolutions.risk.stream;

import java.time.Duration;
import java.util.List;

/** The settings of another instance of the same group, with one worker and small batches. */
record OtherInstance(Streaming own, String instance) implements Streaming {

    @Override
    public List<String> topics() {
        return own.topics();
    }

    @Override
    public String group() {
        return own.group();
    }

    @Override
    public int workers() {
        return 1;
    }

    @Override
    public int batch() {
        return 50;
    }

    @Override
    public Duration gather() {
        return own.gather();
    }

    @Override
    public Duration lateness() {
        return own.lateness();
    }

    @Override
    public Duration skew() {
        return own.skew();
    }
}

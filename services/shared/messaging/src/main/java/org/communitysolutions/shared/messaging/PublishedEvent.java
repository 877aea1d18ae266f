package org.communitysolutions.shared.messaging;

/**
 * What {@link Publishes} says of a record, read once: an announcement asks for it each time.
 *
 * @param event its name and version
 * @param sensitivity the least
 */
record PublishedEvent(String event, Sensitivity sensitivity) {

    private static final ClassValue<PublishedEvent> MARKS = new ClassValue<>() {
        @Override
        protected PublishedEvent computeValue(Class<?> type) {
            Publishes mark = type.getAnnotation(Publishes.class);
            if (mark == null) {
                throw new IllegalArgumentException(
                        type.getName() + " is not marked with @Publishes, so no contract describes it");
            }
            return new PublishedEvent(mark.value(), mark.sensitivity());
        }
    };

    /**
     * What is said of the data's type.
     *
     * @throws IllegalArgumentException if it is not marked
     */
    static PublishedEvent of(Object data) {
        return MARKS.get(data.getClass());
    }
}

package org.communitysolutions.shared.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as the data of an event that this service publishes: the shape under {@code contracts/}, in Java. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Publishes {

    /** The event's name and version: {@code something-happened.v1}. */
    String value();

    /** The least sensitivity; an announcement can raise it. */
    Sensitivity sensitivity() default Sensitivity.STANDARD;
}

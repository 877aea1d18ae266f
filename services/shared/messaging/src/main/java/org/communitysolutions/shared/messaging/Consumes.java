package org.communitysolutions.shared.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as what this service needs of another's event. Fields that it does not name are ignored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Consumes {

    /** The publisher and its event: {@code some-service.something-happened.v1}. */
    String value();
}

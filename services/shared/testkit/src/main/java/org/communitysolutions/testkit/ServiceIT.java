package org.communitysolutions.testkit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of one running service against real PostgreSQL, Kafka and Keycloak. Its class is named {@code …IT}. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ServiceIT {}

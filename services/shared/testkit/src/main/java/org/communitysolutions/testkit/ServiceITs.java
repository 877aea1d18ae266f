package org.communitysolutions.testkit;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.deployment.builditem.TestAnnotationBuildItem;
import io.quarkus.test.junit.buildchain.TestBuildChainCustomizerProducer;
import java.util.function.Consumer;
import org.jboss.jandex.Index;

/** Tells Quarkus, which looks for test annotations among the tests' own classes only, that {@link ServiceIT} is one. */
public class ServiceITs implements TestBuildChainCustomizerProducer {

    @Override
    public Consumer<BuildChainBuilder> produce(Index testClasses) {
        return chain -> chain.addBuildStep(
                        context -> context.produce(new TestAnnotationBuildItem(ServiceIT.class.getName())))
                .produces(TestAnnotationBuildItem.class)
                .build();
    }
}

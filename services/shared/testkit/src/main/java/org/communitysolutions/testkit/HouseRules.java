package org.communitysolutions.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;

/** The rules of the house, as {@code services/README.md} states them, for the classes of one service. */
public final class HouseRules {

    private static final String ROOT = "org.communitysolutions.";
    private static final Set<String> ADAPTERS = Set.of("api", "events", "persistence");
    private static final Set<String> ROOMS = Set.of("api", "events", "persistence", "domain");

    private HouseRules() {}

    /** Every rule; each is proven by a planted violation in the testkit's own tests. */
    public static List<ArchRule> all() {
        return List.of(
                domainIsJava(),
                oneDoor(),
                adaptersNeverMeet(),
                featuresById(),
                servicesNeverMeet(),
                namesSaySomething());
    }

    /**
     * Holds the rules against the main classes of a service.
     *
     * @throws AssertionError that names the rule and each place that breaks it
     */
    public static void check(String servicePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(servicePackage);
        if (classes.isEmpty()) {
            throw new AssertionError("No classes under " + servicePackage + ": the rules would hold of nothing");
        }
        all().forEach(rule -> rule.check(classes));
    }

    /** Domain is Java: it sees the JDK and the domain of its own feature. */
    static ArchRule domainIsJava() {
        return classesShould(
                "domain sees java.. and itself",
                (origin, target) -> room(origin).equals("domain")
                        && !target.getPackageName().startsWith("java.")
                        && !target.getPackageName().startsWith(domainOf(origin)));
    }

    /** One door: REST and consumers go through use cases to what is kept. */
    static ArchRule oneDoor() {
        return classesShould(
                "api and events never reach persistence",
                (origin, target) -> (room(origin).equals("api") || room(origin).equals("events"))
                        && ours(target)
                        && room(target).equals("persistence"));
    }

    /** Adapters never meet: api, events and persistence do not import each other. */
    static ArchRule adaptersNeverMeet() {
        return classesShould(
                "adapters never meet",
                (origin, target) -> ours(target)
                        && ADAPTERS.contains(room(origin))
                        && ADAPTERS.contains(room(target))
                        && !room(origin).equals(room(target)));
    }

    /** Features by id: another feature is reached through the types of its root. */
    static ArchRule featuresById() {
        return classesShould(
                "another feature is reached through its root",
                (origin, target) -> ours(target)
                        && service(origin).equals(service(target))
                        && !feature(origin).equals(feature(target))
                        && ROOMS.contains(room(target)));
    }

    /** Services never meet: each owns its own record of another's event. */
    static ArchRule servicesNeverMeet() {
        return classesShould(
                "services never meet",
                (origin, target) -> ours(target)
                        && !service(target).equals("shared")
                        && !service(origin).equals(service(target)));
    }

    /** Names come from the field. */
    static ArchRule namesSaySomething() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)")
                .as("names say what a thing is");
    }

    private interface Forbidden {
        boolean is(JavaClass origin, JavaClass target);
    }

    private static ArchRule classesShould(String rule, Forbidden forbidden) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("are ours", HouseRules::ours))
                .should(new ArchCondition<>(rule) {
                    @Override
                    public void check(JavaClass origin, ConditionEvents events) {
                        origin.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> forbidden.is(
                                        origin, dependency.getTargetClass().getBaseComponentType()))
                                .forEach(dependency -> events.add(
                                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
                    }
                })
                .as(rule);
    }

    private static boolean ours(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static String[] path(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", -1);
    }

    private static String service(JavaClass type) {
        return path(type)[0];
    }

    private static String feature(JavaClass type) {
        String[] path = path(type);
        return path.length > 1 ? path[1] : "";
    }

    /** The part of a feature that a class stands in; empty at the feature's root. */
    private static String room(JavaClass type) {
        String[] path = path(type);
        return path.length > 2 && !path[0].equals("shared") ? path[2] : "";
    }

    private static String domainOf(JavaClass type) {
        return ROOT + service(type) + "." + feature(type) + ".domain";
    }
}

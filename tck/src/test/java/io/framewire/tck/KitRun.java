package io.framewire.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A contract run by JUnit inside a test, and which of its rules held. */
final class KitRun {
  private final Events events;

  private KitRun(Events events) {
    this.events = events;
  }

  /** Runs the rules with such names. */
  static KitRun of(Class<?> contract, Predicate<String> which) {
    return new KitRun(
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                methods(contract)
                    .filter(method -> which.test(method.getName()))
                    .map(method -> selectMethod(contract, method))
                    .toArray(DiscoverySelector[]::new))
            .execute()
            .allEvents());
  }

  /** The names of all rules. */
  static Set<String> rules(Class<?> contract) {
    return methods(contract).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Method> methods(Class<?> contract) {
    return ReflectionSupport.findMethods(
        contract,
        method ->
            AnnotationSupport.isAnnotated(method, Test.class)
                || AnnotationSupport.isAnnotated(method, TestFactory.class),
        HierarchyTraversalMode.TOP_DOWN)
        .stream();
  }

  /** Each rule that does not hold, with what its failure says. */
  Map<String, String> broken() {
    Map<String, String> failures = new TreeMap<>();
    events.failed().stream().forEach(event -> failures.put(rule(event), words(event)));
    return failures;
  }

  /** Rules that could not be looked at. */
  long skipped() {
    return events.aborted().count() + events.skipped().count();
  }

  private static String rule(Event event) {
    return event.getTestDescriptor().getUniqueId().getSegments().stream()
        .filter(segment -> segment.getType().matches("method|test-factory"))
        .map(Segment::getValue)
        .map(method -> method.replace("()", ""))
        .findFirst()
        .orElse("");
  }

  private static String words(Event event) {
    return event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .map(Throwable::toString)
        .orElse("");
  }
}

package io.framewire.tck;

import io.framewire.frame.FramePool;
import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportOptions;
import io.framewire.spi.TransportProvider;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the author of a transport says about it, and how the rules get at two ends. */
abstract class TransportRules extends ProviderRules<TransportProvider> {
  static final int MAX_MESSAGE_BYTES = 16 << 20;
  static final int HIGH_WATER_MARK = 4;

  TransportRules() {
    super(TransportProvider.class);
  }

  /**
   * A place to bind, on this machine, where nobody is.
   *
   * @return another one each time, or one like {@code tcp://127.0.0.1:0} that finds a free place
   */
  protected abstract Endpoint endpoint();

  /**
   * The patterns that it serves.
   *
   * @return all by default
   */
  protected Set<Pattern> patterns() {
    return EnumSet.allOf(Pattern.class);
  }

  /** A test for each pattern that it serves. */
  final Stream<DynamicTest> each(Consumer<Pattern> test) {
    return each(pattern -> true, test);
  }

  /** A test for each of those of its patterns. */
  final Stream<DynamicTest> each(Predicate<Pattern> which, Consumer<Pattern> test) {
    return patterns().stream()
        .filter(which)
        .map(pattern -> DynamicTest.dynamicTest(pattern.name(), () -> test.accept(pattern)));
  }

  /** Where it makes no difference which. */
  final Pattern anyPattern() {
    return patterns().iterator().next();
  }

  final Transport open(Pattern pattern, Role role, Endpoint at, boolean bind) {
    return open(pattern, role, at, bind, new FramePool(), MAX_MESSAGE_BYTES, seen -> {});
  }

  final Transport open(
      Pattern pattern,
      Role role,
      Endpoint at,
      boolean bind,
      FramePool pool,
      int maxMessageBytes,
      Consumer<Situation> listener) {
    requireAvailable();
    TransportOptions options =
        new TransportOptions(
            maxMessageBytes,
            HIGH_WATER_MARK,
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Optional.empty(),
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    TransportRequest request =
        new TransportRequest(at, pattern, role, bind, pool, options, listener);
    return patience().call("opening " + at, () -> provider().create(request));
  }

  /** A receiver that binds and a sender that connects. */
  final Ends ends(Pattern pattern) {
    return new Ends(this, pattern, Role.RECEIVER, MAX_MESSAGE_BYTES);
  }

  final void close(Transport transport) {
    patience().run("close", transport::close);
  }
}

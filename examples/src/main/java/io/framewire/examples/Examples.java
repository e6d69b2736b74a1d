package io.framewire.examples;

import io.framewire.error.FramewireException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs an example by its name, {@code examples/run NAME [ARGUMENT...]}, and says what goes wrong in
 * one line. Each of them has a {@code main} of its own that works without this.
 */
public final class Examples {
  private static final List<Class<?>> ALL =
      List.of(
          Broadcast.class,
          Watch.class,
          CameraToPython.class,
          Edges.class,
          Faces.class,
          VideoChat.class,
          ClockSource.class,
          MotionAlarm.class,
          PiCameraToPc.class,
          StabilizedStream.class,
          Dashboard.class,
          ManyCameras.class);

  private Examples() {}

  /**
   * Runs one.
   *
   * @param words its name, and its arguments
   * @throws ReflectiveOperationException if it fails in a way that is no mistake of who started it
   */
  public static void main(String[] words) throws ReflectiveOperationException {
    Optional<Class<?>> example =
        ALL.stream()
            .filter(each -> words.length > 0 && each.getSimpleName().equals(words[0]))
            .findAny();
    if (example.isEmpty()) {
      System.err.println("usage: examples/run NAME [ARGUMENT...], NAME being one of");
      ALL.forEach(each -> System.err.println("  " + each.getSimpleName()));
      System.exit(2);
    }
    run(example.get(), Arrays.copyOfRange(words, 1, words.length));
  }

  private static void run(Class<?> example, String[] arguments)
      throws ReflectiveOperationException {
    try {
      example.getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException failed) {
      Optional<Throwable> mistake =
          Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
              .filter(FramewireException.class::isInstance)
              .findFirst();
      System.err.println(
          example.getSimpleName() + ": " + mistake.orElseThrow(() -> failed).getMessage());
      System.exit(1);
    }
  }
}

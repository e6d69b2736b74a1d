package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What is to be opened, and by whom: a place that a provider knows, or a source of one's own. */
final class Wanted {
  private static final String PI_CAMERA = "picamera:";

  private final Optional<Supplier<? extends FrameSource>> own;
  private final StabilizerChoice stabilizer = new StabilizerChoice();
  private String location;
  private Optional<String> provider = Optional.empty();
  private final List<FrameSourceProvider> given = new ArrayList<>();

  private Wanted(String location, Optional<Supplier<? extends FrameSource>> own) {
    this.location = Objects.requireNonNull(location, "location");
    this.own = own;
  }

  static Wanted place(String location) {
    return new Wanted(location, Optional.empty());
  }

  static Wanted own(Supplier<? extends FrameSource> source) {
    return new Wanted("the source", Optional.of(source));
  }

  void provider(String name) {
    provider = Optional.of(name);
  }

  void provider(FrameSourceProvider added) {
    given.add(added);
  }

  void piCamera() {
    if (!location.startsWith(PI_CAMERA)) {
      location = PI_CAMERA + location;
    }
  }

  StabilizerChoice stabilizer() {
    return stabilizer;
  }

  String name() {
    return new SourceRequest(location, Map.of()).shown();
  }

  /** What opens it, as often as it is asked. */
  Supplier<FrameSource> opener(Map<String, String> options) {
    if (own.isPresent()) {
      return opener(own.get(), options);
    }
    SourceRequest request = new SourceRequest(location, CameraSize.translate(location, options));
    FrameSourceProvider chosen =
        FrameSources.choose(request, provider, FrameSources.providers().with(given));
    OptionHelp help = new OptionHelp(options);
    return () -> help.in(() -> chosen.create(request));
  }

  private Supplier<FrameSource> opener(
      Supplier<? extends FrameSource> source, Map<String, String> options) {
    if (!options.isEmpty() || provider.isPresent()) {
      throw new ConfigurationException(
          "a source of one's own has no "
              + provider.map(name -> "provider " + name).orElse("options " + options.keySet())
              + ": set it where the source is made");
    }
    return () -> Objects.requireNonNull(source.get(), "the supplier gave no source");
  }
}

package io.framewire.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The examples in the Javadoc of what is published, as pages. */
final class Javadocs {
  /** What they may use without declaring it, in one line. */
  private static final String GIVEN =
      """
      <!-- given: import com.google.inject.*; import io.micrometer.core.instrument.MeterRegistry;
      FrameSource source; FrameReceiver receiver; FrameSender sender; FramePool pool; Frame frame;
      FramewireBinder framewire; MeterRegistry registry; Binder binder() { return null; }
      void draw(ByteBuffer data) {} void look(Frame frame) {} void look(ReceivedFrame received) {}
      Frame noise(FramePool pool) { return frame; }
      static class CameraModule extends AbstractModule {}
      static class Viewer implements FrameHandler { public void handle(ReceivedFrame received) {} }
      static abstract class Named { public String name() { return ""; } }
      static class WavesProvider extends Named implements FrameSourceProvider {
        public Support supports(SourceRequest request) { return Support.yes(); }
        public FrameSource create(SourceRequest request) { return null; } }
      static class CborProvider extends Named implements CodecProvider {
        public Codec create() { return null; } }
      static class TripodProvider extends Named implements StabilizerProvider {
        public Stabilizer create() { return null; } }
      static class PigeonProvider extends Named implements TransportProvider {
        public Support supports(Endpoint endpoint) { return Support.yes(); }
        public Transport create(TransportRequest request) { return null; } } -->
      """
              .replace("\n", " ")
          + "\n";

  private static final String BEGIN = "<pre>{@code";
  private static final String END = "}</pre>";

  private Javadocs() {}

  static List<Page> all() {
    return Pages.sources().stream()
        .flatMap(file -> pages(Pages.ROOT.relativize(file).toString(), Pages.read(file)))
        .toList();
  }

  /** The examples of a source file, each as a page of its own with its lines where they are. */
  static Stream<Page> pages(String path, String text) {
    List<String> lines = text.lines().toList();
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("* " + BEGIN)) {
        pages.add(page(path, lines, i));
      }
    }
    return pages.stream();
  }

  private static Page page(String path, List<String> lines, int begin) {
    List<String> code =
        lines.subList(begin + 1, lines.size()).stream()
            .map(line -> line.replaceFirst("^ *\\* ?", ""))
            .takeWhile(line -> !line.equals(END))
            .toList();
    return new Page(
        path, "\n".repeat(begin - 1) + GIVEN + "```java\n" + String.join("\n", code) + "\n```\n");
  }
}

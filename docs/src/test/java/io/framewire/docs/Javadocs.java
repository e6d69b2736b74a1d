package io.framewire.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The examples in the Javadoc of what is published, as pages. */
final class Javadocs {
  /** What they may use without declaring it. */
  private static final String GIVEN =
      """
      <!-- given: import com.google.inject.*;
      FrameSource source; FrameReceiver receiver; FrameSender sender; FramePool pool; Frame frame;
      void draw(ByteBuffer data) {} void look(Frame frame) {} Frame noise(FramePool pool) { return frame; }
      FramewireBinder framewire; Binder binder() { return null; }
      static class CameraModule extends AbstractModule {}
      static class Viewer implements FrameHandler { public void handle(ReceivedFrame received) {} } -->
      """;

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
    long given = GIVEN.lines().count();
    return new Page(
        path,
        "\n".repeat((int) Math.max(0, begin - given))
            + GIVEN
            + "```java\n"
            + String.join("\n", code)
            + "\n```\n");
  }
}

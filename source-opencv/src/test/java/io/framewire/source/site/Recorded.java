package io.framewire.source.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Metadata in the form that yt-dlp documents, of a site that does not exist. */
final class Recorded {
  private Recorded() {}

  static String json(String name) {
    try (InputStream from =
        Objects.requireNonNull(Recorded.class.getResourceAsStream("/site/" + name + ".json"))) {
      return new String(from.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Video video(String name) {
    return ofJson(json(name));
  }

  static Video ofJson(String json) {
    try {
      return new Video(
          "https://videos.example.org/page", Fields.parse(json.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

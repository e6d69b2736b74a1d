package io.framewire.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What is at which path. Safe for use by several threads. */
final class Pages {
  private static final String FOLDER = "page/";
  private static final String STREAMS = "/streams/";
  private static final Map<String, Content> FILES =
      Map.of(
          "/", file("page.html", "text/html; charset=utf-8"),
          "/page.css", file("page.css", "text/css; charset=utf-8"),
          "/page.js", file("page.js", "text/javascript; charset=utf-8"),
          "/icon.svg", file("icon.svg", "image/svg+xml"));

  private final String server = UUID.randomUUID().toString();
  private final Views views;
  private final Gate gate;
  private final Optional<Supplier<String>> metrics;
  private final PicturePages pictures;

  Pages(ServerOptions options, Views views, Gate gate) {
    this.views = views;
    this.gate = gate;
    this.metrics = options.metrics();
    this.pictures = new PicturePages(options.maxClients());
  }

  private static Content file(String name, String type) {
    try (InputStream bytes = Pages.class.getResourceAsStream(FOLDER + name)) {
      return Content.of(type, bytes.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Answers, whatever is asked. */
  void answer(Request request, Answer answer)
      throws IOException, InterruptedException, Request.BadRequest {
    Optional<Content> refusal = gate.refusal(request);
    if (refusal.isPresent()) {
      answer.send(refusal.get());
    } else if (request.path().startsWith(STREAMS)) {
      answerPictures(request, answer);
    } else {
      answer.send(page(request.path()));
    }
  }

  private Content page(String path) {
    if (path.equals("/api/streams")) {
      return text("application/json", Json.write(streams()));
    }
    if (path.equals("/metrics") && metrics.isPresent()) {
      return text("text/plain; version=0.0.4; charset=utf-8", metrics.get().get());
    }
    return FILES.getOrDefault(path, nothing());
  }

  private static Content text(String type, String text) {
    return Content.of(type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Content nothing() {
    return Content.words(404, "there is nothing here: the page is at /");
  }

  private Map<String, Object> streams() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("server", server);
    all.put("metrics", metrics.isPresent());
    all.put("streams", views.all().stream().map(Figures::of).toList());
    return all;
  }

  private void answerPictures(Request request, Answer answer)
      throws IOException, InterruptedException, Request.BadRequest {
    String[] parts = request.path().substring(STREAMS.length()).split("/", -1);
    Optional<StreamView> view = views.find(Request.decodePart(parts[0]));
    if (parts.length == 2 && view.isPresent() && parts[1].equals("video")) {
      pictures.video(view.get().feed(), answer);
    } else if (parts.length == 2 && view.isPresent() && parts[1].equals("picture")) {
      pictures.picture(view.get().feed(), request, answer);
    } else {
      answer.send(nothing());
    }
  }
}

package io.framewire.web;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium, driven by W3C WebDriver. */
final class Chromium implements AutoCloseable {
  static final String DRIVER = "/usr/bin/chromedriver";
  static final String BROWSER = "/usr/bin/chromium";

  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

  private static final int LIMIT_SECONDS = 10;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  Chromium(Path profile, int width, int height) throws Exception {
    driver = new ProcessBuilder(DRIVER, "--port=0").redirectErrorStream(true).start();
    try {
      String address = "http://localhost:" + port(driver.inputReader());
      Map<?, ?> begun = call("POST", address + "/session", capabilities(profile, width, height));
      session = address + "/session/" + begun.get("sessionId");
    } catch (Exception failure) {
      kill();
      throw failure;
    }
  }

  private static String port(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        return started.group(1);
      }
    }
    throw new IOException("chromedriver did not start");
  }

  private static Object capabilities(Path profile, int width, int height) {
    List<String> args =
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--user-data-dir=" + profile,
            "--window-size=" + width + "," + height);
    return Map.of(
        "capabilities",
        Map.of(
            "alwaysMatch",
            Map.of(
                "goog:chromeOptions",
                Map.of("binary", BROWSER, "args", args),
                "goog:loggingPrefs",
                Map.of("browser", "ALL", "performance", "ALL"))));
  }

  void open(URI page) {
    call("POST", session + "/url", Map.of("url", page.toString()));
  }

  String address() {
    return (String) value("GET", session + "/url", Map.of());
  }

  /** The value of a script, which says {@code return}. */
  Object script(String text) {
    return value("POST", session + "/execute/sync", Map.of("script", text, "args", List.of()));
  }

  /** What a CSS selector finds first, as text. */
  String text(String selector) {
    return (String)
        script("const e = document.querySelector('" + selector + "'); return e && e.textContent");
  }

  void click(String selector) {
    Object element =
        value("POST", session + "/element", Map.of("using", "css selector", "value", selector));
    String id = (String) ((Map<?, ?>) element).values().iterator().next();
    call("POST", session + "/element/" + id + "/click", Map.of());
  }

  /** A command of Chromium's own. */
  void command(String name, Map<String, Object> parameters) {
    call("POST", session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
  }

  void dark(boolean dark) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  void screenshot(Path file) {
    String png = (String) value("GET", session + "/screenshot", Map.of());
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode(png));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What was logged since the last time: {@code browser} is the console. */
  List<String> log(String type) {
    List<?> entries = (List<?>) value("POST", session + "/se/log", Map.of("type", type));
    return entries.stream().map(entry -> (String) ((Map<?, ?>) entry).get("message")).toList();
  }

  private Map<?, ?> call(String method, String address, Object body) {
    Object value = value(method, address, body);
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private Object value(String method, String address, Object body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
      HttpResponse<String> answer =
          client.send(
              (method.equals("POST")
                      ? request.POST(HttpRequest.BodyPublishers.ofString(JSON.std.asString(body)))
                      : request.method(method, HttpRequest.BodyPublishers.noBody()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(method + " " + address + ": " + answer.body());
      }
      return JSON.std.mapFrom(answer.body()).get("value");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    try {
      call("DELETE", session, Map.of());
    } finally {
      kill();
    }
  }

  /** Also the browser, where the driver could not end it. */
  private void kill() {
    driver.descendants().forEach(ProcessHandle::destroyForcibly);
    driver.destroyForcibly();
    driver.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }
}

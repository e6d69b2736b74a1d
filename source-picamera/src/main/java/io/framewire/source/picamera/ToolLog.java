package io.framewire.source.picamera;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the camera tool says on standard error: the last lines, and those that matter. */
final class ToolLog {
  private static final Logger LOG = LoggerFactory.getLogger(ToolLog.class);
  private static final int KEPT_LINES = 20;
  private static final int LONGEST_LINE = 500;
  private static final Pattern CONFIGURED =
      Pattern.compile("configuring streams: \\(0\\) (\\d{1,6})x(\\d{1,6})-YUV420");
  private static final String LOST = "Camera frontend has timed out";

  /** Width and height. */
  record Size(int width, int height) {
    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  private final Deque<String> last = new ArrayDeque<>();
  private final CompletableFuture<Size> configured = new CompletableFuture<>();
  private final Runnable onLost;

  ToolLog(Runnable onLost) {
    this.onLost = onLost;
  }

  void add(String rawLine) {
    String line =
        rawLine.length() > LONGEST_LINE ? rawLine.substring(0, LONGEST_LINE) + "..." : rawLine;
    LOG.debug("{}", line);
    if (line.isBlank()) {
      return;
    }
    synchronized (last) {
      last.addLast(line.strip());
      if (last.size() > KEPT_LINES) {
        last.removeFirst();
      }
    }
    Matcher size = CONFIGURED.matcher(line);
    if (size.find()) {
      configured.complete(
          new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))));
    }
    if (line.contains(LOST)) {
      onLost.run();
    }
  }

  /** No more lines come. */
  void end() {
    configured.cancel(false);
  }

  List<String> lastLines() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }

  /** The size that the camera was set up for, once the tool has said so; empty if it does not. */
  Optional<Size> configured(Duration limit) {
    try {
      return Optional.of(configured.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException | CancellationException notSaid) {
      return Optional.empty();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

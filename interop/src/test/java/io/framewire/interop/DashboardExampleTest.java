package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.FrameSender;
import io.framewire.StreamStatistics;
import io.framewire.StreamSummary;
import io.framewire.frame.DType;
import io.framewire.spi.FrameSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard behind a slow consumer, as its user starts it and sees it in the browser. */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "what starts the examples is a shell script")
class DashboardExampleTest {
  private static final double RATE = 100;
  private static final Duration LIMIT = Duration.ofSeconds(40);

  @TempDir private Path folder;
  private volatile boolean seenEnough;

  @Test
  void slowConsumerHasTheNewestFrameAndCountsTheOthersWhileTheCameraGoesOn() throws Exception {
    String endpoint = FreePort.endpoint();
    try (ExampleProgram dashboard = ExampleProgram.java(folder, "Dashboard", endpoint, "0");
        FrameSender camera =
            FrameSender.builder().to(endpoint).source(pictures()).rate(RATE).build()) {
      CompletableFuture<StreamSummary> sent = camera.start().toCompletableFuture();
      dashboard.awaitSaid("look at ", 1);
      URI page = URI.create(dashboard.said("look at ").get(0));
      Awaitility.await("drops on the page").atMost(LIMIT).until(() -> dropped(page) > 10);
      assertThat(ImageIO.read(new ByteArrayInputStream(get(page, "streams/camera/picture"))))
          .satisfies(picture -> assertThat(picture.getWidth()).isEqualTo(64));

      seenEnough = true;
      StreamStatistics summary = sent.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).statistics();
      assertThat(dashboard.exitCode()).as(dashboard.tail()).isZero();
      // the consumer takes five
      assertThat(summary.framesPerSecond()).isGreaterThan(20);
      List<int[]> looks = looks(dashboard);
      int frames = (int) summary.frames();
      assertThat(looks.get(looks.size() - 1))
          .as(dashboard.tail())
          .containsExactly(frames - 1, frames - looks.size());
      assertThat(gaps(looks)).as(dashboard.tail()).anyMatch(gap -> gap > 10);
    }
  }

  private FrameSource pictures() {
    return FrameSource.of(
        pool -> seenEnough ? Optional.empty() : Optional.of(pool.take(DType.UINT8, 48, 64)));
  }

  /** Each frame that was looked at: its number, and how many had been dropped after that. */
  private static List<int[]> looks(ExampleProgram dashboard) {
    return dashboard.said("frame ").stream()
        .map(line -> line.replace(" dropped so far", "").split(", "))
        .map(words -> Arrays.stream(words).mapToInt(Integer::parseInt).toArray())
        .toList();
  }

  private static List<Integer> gaps(List<int[]> looks) {
    return IntStream.range(1, looks.size())
        .mapToObj(index -> looks.get(index)[0] - looks.get(index - 1)[0])
        .toList();
  }

  private static int dropped(URI page) throws IOException, InterruptedException {
    List<?> streams = (List<?>) JSON.std.mapFrom(get(page, "api/streams")).get("streams");
    return streams.isEmpty() ? 0 : (Integer) ((Map<?, ?>) streams.get(0)).get("dropped");
  }

  private static byte[] get(URI page, String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(page.resolve(path)).timeout(LIMIT).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}

package io.framewire.source.site;

import io.framewire.error.SourceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program that knows the sites. */
record YtDlp(Path program) {
  private static final Logger LOG = LoggerFactory.getLogger(YtDlp.class);
  private static final List<String> NAMES = List.of("yt-dlp", "yt-dlp.exe");
  private static final double MILLIS = 1000;
  private static final int MOST_BYTES = 16 << 20;

  /**
   * The user's own settings are left out, since they are for downloads; of a playlist it only looks
   * at the beginning.
   */
  private static final List<String> ARGUMENTS =
      List.of(
          "--ignore-config",
          "--dump-single-json",
          "--no-playlist",
          "--flat-playlist",
          "--playlist-items",
          "1",
          "--no-warnings",
          "--no-progress",
          "--format",
          "b*");

  /** The program that was named, or the one on a search path. */
  static YtDlp require(String page, Optional<Path> named, String searchPath) {
    return named
        .map(YtDlp::new)
        .or(() -> find(searchPath))
        .orElseThrow(
            () -> Problems.cannotOpen(page, "yt-dlp is not on the PATH: " + Problems.HOW_TO_GET));
  }

  /** The one on a search path. */
  static Optional<YtDlp> find(String searchPath) {
    return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> NAMES.stream().map(name -> executable(folder, name)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(YtDlp::new);
  }

  static String searchPath() {
    return Optional.ofNullable(System.getenv("PATH")).orElse("");
  }

  private static Optional<Path> executable(String folder, String name) {
    try {
      Path file = Path.of(folder, name);
      return Files.isRegularFile(file) && Files.isExecutable(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }

  /** What it knows of the page's video. */
  Video look(String page, StreamParams params, Duration limit) {
    LOG.debug("asking {} for {}", program, Problems.shown(page));
    try (ToolRun run = ToolRun.start(command(page, params), params.config())) {
      int exitStatus = run.await(limit, MOST_BYTES);
      if (exitStatus != 0) {
        throw Problems.cannotOpen(page, said(run, exitStatus));
      }
      return new Video(page, parse(page, run));
    } catch (ToolRun.TooSlow slow) {
      throw Problems.cannotOpen(
          page,
          program
              + " found nothing within "
              + limit.toMillis() / MILLIS
              + " s: check the connection, or raise the option yt_dlp_timeout",
          slow);
    } catch (ToolRun.TooMuch flood) {
      throw Problems.cannotOpen(
          page,
          program + " wrote more than " + (MOST_BYTES >> 20) + " MB: run it by hand to see why",
          flood);
    } catch (IOException failure) {
      throw Problems.cannotOpen(
          page,
          "cannot run " + program + ": " + failure.getMessage() + ": " + Problems.HOW_TO_GET,
          failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Problems.cannotOpen(
          page, "the thread was interrupted while " + program + " ran", interrupted);
    }
  }

  private List<String> command(String page, StreamParams params) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(ARGUMENTS);
    if (!params.config().isEmpty()) {
      // by standard input, because everybody on the machine can read a command line
      command.addAll(List.of("--config-locations", "-"));
    }
    command.addAll(List.of("--", page));
    return command;
  }

  private String said(ToolRun run, int exitStatus) {
    String words = run.lastError().replaceFirst("^ERROR: ", "");
    return (words.isEmpty()
            ? program + " ended with exit status " + exitStatus
            : program.getFileName() + " says: " + Problems.quoted(words))
        + " (where the page is right, a newer yt-dlp may help)";
  }

  private Fields parse(String page, ToolRun run) {
    try {
      return Fields.parse(run.output());
    } catch (IOException garbage) {
      throw noMetadata(page, garbage);
    }
  }

  private SourceException noMetadata(String page, Exception garbage) {
    return Problems.cannotOpen(
        page,
        "what "
            + program
            + " wrote is no metadata of a video: check that it is yt-dlp, 2023.03.04 or newer",
        garbage);
  }
}

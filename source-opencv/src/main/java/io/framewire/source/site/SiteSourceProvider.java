package io.framewire.source.site;

import io.framewire.error.ConfigurationException;
import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Videos and live streams of the sites that yt-dlp knows, by the URL of their page: {@code
 * https://…} with the option {@code stream_mode=true}, or {@code stream:https://…}. The program
 * yt-dlp, 2023.03.04 or newer, has to be on the PATH. It is run to find the stream, which takes
 * some seconds and can be ended by interrupting the thread that opens; FFmpeg then reads it, so
 * frames are as {@link io.framewire.source.opencv.FfmpegSourceProvider} says. It never outlives the
 * opening, nor this program.
 *
 * <p>{@link FrameSource#info} has what yt-dlp knows, under its names: {@code id}, {@code title},
 * {@code uploader}, {@code duration} in seconds, {@code webpage_url}, {@code resolution} and {@code
 * format_id} of what is read, and more.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code stream_mode}: {@code true}; {@code false} opens the location as it is
 *   <li>{@code STREAM_RESOLUTION}: {@code best} (the default), {@code worst}, or lines such as
 *       {@code 720p}. Where a video has none of that, the next smaller one is taken, or else the
 *       smallest, and a warning logged.
 *   <li>{@code STREAM_PARAMS}: settings of yt-dlp as a JSON object, under the names of its Python
 *       API: {@code {"cookiefile": "cookies.txt", "socket_timeout": 10}}; those that concern
 *       finding a video. They are handed over so that other users of the machine cannot see them.
 *   <li>{@code yt_dlp}: the program's path, where it is not on the PATH
 *   <li>{@code yt_dlp_timeout}: how long it may take, in seconds (60)
 *   <li>all options of {@link io.framewire.source.opencv.FfmpegSourceProvider}
 * </ul>
 *
 * <p>Playlists are refused. Of a live stream the part of now is read.
 */
public final class SiteSourceProvider implements FrameSourceProvider {
  private static final String SCHEME = "stream";
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/].*");
  private static final int BEFORE_THOSE_OF_URLS = 10;

  /** For the service loader. */
  public SiteSourceProvider() {}

  @Override
  public String name() {
    return "yt-dlp";
  }

  @Override
  public int priority() {
    return BEFORE_THOSE_OF_URLS;
  }

  /** Of FFmpeg; whether there is a yt-dlp shows when it is asked for, since it can be named. */
  @Override
  public Support available() {
    return Ffmpeg.available();
  }

  @Override
  public List<String> found() {
    return List.of(
        YtDlp.find(YtDlp.searchPath())
            .map(tool -> "stream:URL of a video's page, through " + tool.program())
            .orElse("no yt-dlp on the PATH: " + Problems.HOW_TO_GET));
  }

  @Override
  public Support supports(SourceRequest request) {
    return Support.when(
        isAskedFor(request), "serves stream:https://…, and any URL with the option stream_mode");
  }

  /**
   * Whether a request is for stream mode, on or off.
   *
   * @param request what was asked for
   * @return whether it has the scheme {@code stream:} or the option {@code stream_mode}
   */
  public static boolean isAskedFor(SourceRequest request) {
    return request.hasScheme(SCHEME) || request.options().containsKey(SiteOptions.STREAM_MODE);
  }

  @Override
  public FrameSource create(SourceRequest request) {
    SiteOptions options = SiteOptions.of(request);
    if (!options.wanted() && !request.hasScheme(SCHEME)) {
      return FrameSources.open(request.location(), options.others());
    }
    String page =
        request.hasScheme(SCHEME)
            ? request.location().substring(SCHEME.length() + 1)
            : request.location();
    if (!options.wanted() || !WEB.matcher(page).matches()) {
      throw new ConfigurationException(
          "source "
              + request.shown()
              + " is not a video's page to look at: give its https://… with the option"
              + " stream_mode=true, or leave the option out");
    }
    return SiteSource.open(page, options);
  }
}

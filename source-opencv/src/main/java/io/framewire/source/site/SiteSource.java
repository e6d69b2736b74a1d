package io.framewire.source.site;

import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.ForwardingSource;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream that yt-dlp found at a page. Its address is long and soon old: messages name the page.
 */
final class SiteSource extends ForwardingSource {
  private static final Logger LOG = LoggerFactory.getLogger(SiteSource.class);

  private final Video video;
  private final Format format;

  private SiteSource(FrameSource stream, Video video, Format format) {
    super(stream);
    this.video = video;
    this.format = format;
  }

  static FrameSource open(String page, SiteOptions options) {
    Video video =
        YtDlp.require(page, options.program(), YtDlp.searchPath())
            .look(page, options.params(), options.limit());
    Format format = video.choose(options.resolution());
    if (LOG.isDebugEnabled()) {
      LOG.debug("{} has {}", Problems.shown(page), video.metadata(format));
    }
    Map<String, String> settings = new LinkedHashMap<>(options.others());
    MediaRequest.options(format).forEach(settings::putIfAbsent);
    try {
      return new SiteSource(FrameSources.open(format.url(), settings), video, format);
    } catch (SourceException failure) {
      throw named(failure, video, format);
    }
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    try {
      return super.read(pool);
    } catch (SourceException failure) {
      throw named(failure, video, format);
    }
  }

  @Override
  public SourceInfo info() {
    SourceInfo stream = super.info();
    Map<String, String> metadata = new LinkedHashMap<>(stream.metadata());
    metadata.putAll(video.metadata(format));
    return new SourceInfo(
        stream.width(),
        stream.height(),
        stream.framesPerSecond(),
        metadata,
        stream.live() || video.live());
  }

  private static SourceException named(SourceException failure, Video video, Format format) {
    String page = Problems.shown(video.page());
    String message =
        failure
            .getMessage()
            .replace(format.url(), page)
            .replace(Problems.shown(format.url()), page);
    return new SourceException(message, failure);
  }
}

package io.framewire.source.site;

import io.framewire.error.SourceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What yt-dlp found at a page.
 *
 * @param page its URL
 * @param fields yt-dlp's metadata
 */
record Video(String page, Fields fields) {
  /**
   * What goes with a form of the video, which yt-dlp also gives for the form that it would take.
   */
  private static final Set<String> OF_A_FORMAT =
      Set.of(
          "format_id",
          "format_note",
          "resolution",
          "width",
          "height",
          "fps",
          "vcodec",
          "acodec",
          "ext",
          "protocol",
          "dynamic_range",
          "language",
          "container");

  private static final Set<String> DETAILS_OF_A_FORMAT =
      Set.of(
          "format",
          "url",
          "manifest_url",
          "cookies",
          "filename",
          "video_ext",
          "audio_ext",
          "abr",
          "vbr",
          "tbr",
          "asr",
          "filesize",
          "filesize_approx",
          "quality",
          "preference",
          "source_preference",
          "language_preference",
          "has_drm",
          "audio_channels",
          "stretched_ratio",
          "aspect_ratio",
          "epoch");

  /** The form to read. */
  Format choose(Resolution resolution) {
    requireOneVideo();
    List<Format> playable = formats().stream().filter(Format::playable).toList();
    if (playable.isEmpty()) {
      throw nothingToPlay();
    }
    return resolution.choose(playable, Problems.shown(page));
  }

  /** Live now, so that it has no beginning and no end to know of. */
  boolean live() {
    return fields.truth("is_live");
  }

  /** Everything plain that is known of it, and of one of its forms, under yt-dlp's names. */
  Map<String, String> metadata(Format format) {
    Map<String, String> metadata = new LinkedHashMap<>();
    fields.values().forEach((name, value) -> putPlain(metadata, name, value));
    OF_A_FORMAT.forEach(metadata::remove);
    OF_A_FORMAT.forEach(name -> putPlain(metadata, name, format.fields().values().get(name)));
    return metadata;
  }

  private static void putPlain(Map<String, String> metadata, String name, Object value) {
    boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
    if (plain && !name.startsWith("_") && !DETAILS_OF_A_FORMAT.contains(name)) {
      metadata.put(name, value.toString());
    }
  }

  private void requireOneVideo() {
    if (!fields.has("entries") && !"playlist".equals(fields.text("_type").orElse(""))) {
      return;
    }
    String first =
        fields.objects("entries").stream()
            .flatMap(entry -> Stream.of("webpage_url", "url").map(entry::text))
            .flatMap(Optional::stream)
            .findFirst()
            .map(url -> ", for instance " + Problems.quoted(url))
            .orElse("");
    throw Problems.cannotOpen(page, "it is a playlist: give the URL of one video" + first);
  }

  private List<Format> formats() {
    List<Fields> listed = fields.objects("formats");
    // a site with one form may have described it along with the video
    List<Fields> all = listed.isEmpty() && fields.has("url") ? List.of(fields) : listed;
    return IntStream.range(0, all.size())
        .mapToObj(rank -> new Format(all.get(rank), rank))
        .toList();
  }

  private SourceException nothingToPlay() {
    List<Format> visible = formats().stream().filter(Format::visible).toList();
    if (visible.isEmpty()) {
      return Problems.cannotOpen(page, "there is no video in it");
    }
    if (visible.stream().allMatch(Format::encrypted)) {
      return Problems.cannotOpen(
          page, "it is encrypted (DRM), and plays only in the site's player");
    }
    return Problems.cannotOpen(
        page,
        "it comes only by "
            + visible.stream()
                .map(Format::protocol)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "))
            + ", which FFmpeg cannot open by a URL: download it with yt-dlp and open the file");
  }
}

package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avutil.AV_DICT_DONT_OVERWRITE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** Options for FFmpeg, which takes out those that it knows. Used by one thread. */
final class Dictionary implements AutoCloseable {
  private final AVDictionary entries = new AVDictionary(null);

  Dictionary(Map<String, String> options) {
    options.forEach(this::put);
  }

  void put(String name, String value) {
    av_dict_set(entries, name, value, 0);
  }

  void putIfMissing(String name, String value) {
    av_dict_set(entries, name, value, AV_DICT_DONT_OVERWRITE);
  }

  AVDictionary entries() {
    return entries;
  }

  /** The names that nothing has taken out. */
  Set<String> left() {
    Set<String> names = new TreeSet<>();
    for (AVDictionaryEntry entry = av_dict_iterate(entries, null);
        entry != null;
        entry = av_dict_iterate(entries, entry)) {
      names.add(entry.key().getString());
    }
    return names;
  }

  @Override
  public void close() {
    av_dict_free(entries);
  }
}

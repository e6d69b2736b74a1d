package io.framewire.codec.msgpack;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.frame.DType;
import io.framewire.frame.Field;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One message that Python wrote, and what it means. */
record Golden(Map<String, Object> line) {

  static Stream<Golden> all() {
    List<Golden> all = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Golden.class.getResourceAsStream("/golden/golden.jsonl.gz")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.add(new Golden(JSON.std.mapFrom(line)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return all.stream();
  }

  static Stream<Golden> saying(String... kinds) {
    return all().filter(golden -> List.of(kinds).contains(golden.says()));
  }

  String says() {
    return (String) line.get("says");
  }

  String text(String key) {
    return (String) line.get(key);
  }

  boolean flag(String key) {
    return (Boolean) line.getOrDefault(key, true);
  }

  List<byte[]> wire() {
    return ((List<?>) line.get("wire")).stream().map(Golden::bytes).toList();
  }

  Multipart onHeap() {
    return new Multipart(wire().stream().map(Part::of).toList());
  }

  DType dtype() {
    return dtype(line.get("dtype"));
  }

  int[] shape() {
    return ints(line.get("shape")).stream().mapToInt(Integer::intValue).toArray();
  }

  byte[] elements() {
    return bytes(line.get("data"));
  }

  Optional<Object> data() {
    return Optional.ofNullable(line.get("data"))
        .map(Golden::plain)
        .filter(value -> !value.equals(""));
  }

  @Override
  public String toString() {
    return (String) line.get("name");
  }

  private static byte[] bytes(Object base64) {
    return Base64.getDecoder().decode((String) base64);
  }

  private static List<Integer> ints(Object list) {
    return ((List<?>) list).stream().map(number -> (Integer) number).toList();
  }

  private static DType dtype(Object description) {
    if (description instanceof String text) {
      return DType.parse(text);
    }
    List<Field> fields = ((List<?>) description).stream().map(Golden::field).toList();
    if (fields.isEmpty()) {
      return DType.parse("|V0");
    }
    boolean plainVoid = fields.size() == 1 && fields.get(0).name().isEmpty();
    return plainVoid ? fields.get(0).type() : DType.structured(fields);
  }

  private static Field field(Object description) {
    List<?> entry = (List<?>) description;
    DType type = dtype(entry.get(1));
    List<Integer> shape = entry.size() == 3 ? ints(entry.get(2)) : List.of();
    if (entry.get(0) instanceof List<?> names) {
      return new Field((String) names.get(1), Optional.of((String) names.get(0)), type, shape);
    }
    return new Field((String) entry.get(0), Optional.empty(), type, shape);
  }

  private static Object plain(Object json) {
    if (json instanceof Integer || json instanceof Long) {
      return ((Number) json).longValue();
    } else if (json instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(element -> values.add(plain(element)));
      return values;
    } else if (json instanceof Map<?, ?> map) {
      return tagged(map);
    }
    return json instanceof BigInteger big && big.bitLength() < Long.SIZE ? big.longValue() : json;
  }

  private static Object tagged(Map<?, ?> map) {
    if (map.containsKey("$bytes")) {
      return bytes(map.get("$bytes"));
    } else if (map.containsKey("$float")) {
      String text = (String) map.get("$float");
      return Double.valueOf(text.replace("inf", "Infinity").replace("nan", "NaN"));
    }
    Map<Object, Object> values = new LinkedHashMap<>();
    for (Object entry : (List<?>) map.get("$map")) {
      List<?> pair = (List<?>) entry;
      values.put(plain(pair.get(0)), plain(pair.get(1)));
    }
    return values;
  }
}

package io.framewire.source.opencv;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The numbers that a class of OpenCV's names. */
final class Constants {
  private Constants() {}

  /** Those of a class whose names are wanted, in order; OpenCV must have been loaded. */
  static Map<String, Integer> of(Class<?> owner, Predicate<String> wanted) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (Field field : owner.getFields()) {
      if (field.getType() == int.class
          && Modifier.isStatic(field.getModifiers())
          && wanted.test(field.getName())) {
        numbers.put(field.getName(), value(field));
      }
    }
    return numbers;
  }

  private static int value(Field field) {
    try {
      return field.getInt(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package io.framewire.source.picamera;

import java.util.Map;

/** PiGear's options that hold several settings. */
final class DictOptions {
  private DictOptions() {}

  static void sensor(PiCameraBuilder camera, Map<String, String> settings) {
    int[] size = {0, 0};
    int bits = 0;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      switch (setting.getKey()) {
        case "output_size" -> size = Checks.wholes("sensor output_size", setting.getValue(), 2);
        case "bit_depth" -> bits = Checks.whole("sensor bit_depth", setting.getValue());
        default -> throw Checks.refused("sensor", setting.getKey(), "output_size and bit_depth");
      }
    }
    camera.sensorMode(size[0], size[1], bits);
  }

  static void transform(PiCameraBuilder camera, Map<String, String> settings) {
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String value = setting.getValue();
      switch (setting.getKey()) {
        case "hflip" -> camera.hflip(Checks.truth("transform hflip", value));
        case "vflip" -> camera.vflip(Checks.truth("transform vflip", value));
        case "rotation" -> camera.rotation(Checks.whole("transform rotation", value));
        default -> throw Checks.refused("transform", setting.getKey(), "hflip, vflip and rotation");
      }
    }
  }
}

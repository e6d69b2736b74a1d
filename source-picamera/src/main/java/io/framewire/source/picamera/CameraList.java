package io.framewire.source.picamera;

import io.framewire.error.SourceException;
import io.framewire.source.picamera.PiCamera.Mode;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the camera tool for the cameras it finds. */
final class CameraList implements CameraProcess.Drain {
  private static final int LIMIT_SECONDS = 10;
  private static final Pattern CAMERA =
      Pattern.compile("(\\d{1,4}) : (\\S+)(?: \\[(.*)])? \\((.*)\\)");
  private static final Pattern MODE =
      Pattern.compile("(?:'(\\w+)' : )?(\\d{1,6})x(\\d{1,6}) \\[(\\d+\\.?\\d*|-?nan|inf) fps");

  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<OptionalInt> ended = new CompletableFuture<>();

  private CameraList() {}

  static List<PiCamera> of(Tool tool) {
    CameraList list = new CameraList();
    try (CameraProcess process = CameraProcess.start(tool, List.of("--list-cameras"), 0, list)) {
      OptionalInt exitStatus = list.ended.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (!exitStatus.equals(OptionalInt.of(0))) {
        throw Problems.cannotList(process, exitStatus);
      }
      return parse(list.lines);
    } catch (TimeoutException silent) {
      throw new SourceException(
          tool + " --list-cameras took longer than " + LIMIT_SECONDS + " s: run it by hand",
          silent);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceException("listing cameras was interrupted: try again", interrupted);
    }
  }

  static List<PiCamera> parse(List<String> lines) {
    List<PiCamera> cameras = new ArrayList<>();
    String format = "";
    for (String line : lines) {
      Matcher camera = CAMERA.matcher(line.strip());
      if (camera.matches()) {
        cameras.add(camera(camera));
        continue;
      }
      Matcher mode = MODE.matcher(line);
      if (mode.find() && !cameras.isEmpty()) {
        format = mode.group(1) == null ? format : mode.group(1);
        int last = cameras.size() - 1;
        cameras.set(last, with(cameras.get(last), mode(format, mode)));
      }
    }
    return List.copyOf(cameras);
  }

  private static PiCamera camera(Matcher line) {
    String properties = line.group(3) == null ? "" : line.group(3);
    return new PiCamera(
        Integer.parseInt(line.group(1)), line.group(2), properties, line.group(4), List.of());
  }

  private static Mode mode(String format, Matcher line) {
    String fps = line.group(4);
    return new Mode(
        format,
        Integer.parseInt(line.group(2)),
        Integer.parseInt(line.group(3)),
        Character.isDigit(fps.charAt(0)) ? Double.parseDouble(fps) : Double.NaN);
  }

  private static PiCamera with(PiCamera camera, Mode mode) {
    List<Mode> modes = new ArrayList<>(camera.modes());
    modes.add(mode);
    return new PiCamera(camera.index(), camera.sensor(), camera.properties(), camera.id(), modes);
  }

  @Override
  public void drain(ReadableByteChannel output, CameraProcess from) throws IOException {
    LineDrain.drain(output, lines::add);
  }

  @Override
  public void ended(CameraProcess from, OptionalInt exitStatus) {
    ended.complete(exitStatus);
  }

  @Override
  public void lost(CameraProcess from) {
    // it ends all the same
  }
}

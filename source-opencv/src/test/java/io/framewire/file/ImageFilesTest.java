package io.framewire.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {
  private final FramePool pool = FramePool.unpooled();
  @TempDir Path folder;

  @Test
  void colourPictureComesBackExactlyFromPng() {
    assertComesBack(7, 9, 3);
  }

  @Test
  void greyPictureComesBackExactlyFromPng() {
    assertComesBack(7, 9);
  }

  @Test
  void pictureOfOtherMakeBecomesBlueGreenRed() throws IOException {
    BufferedImage red = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    red.setRGB(0, 0, 0x0102ff);
    ImageIO.write(red, "png", folder.resolve("red.png").toFile());
    try (Frame frame = ImageFiles.read(folder.resolve("red.png"), pool)) {
      byte[] first = new byte[3];
      frame.data().get(first);
      assertThat(first).containsExactly(0xff, 2, 1);
    }
  }

  @Test
  void jpegIsAlike() {
    Path file = folder.resolve("picture.jpg");
    try (Frame frame = Clips.picture(pool, 0, 48, 64, 3)) {
      ImageFiles.write(frame, file);
      try (Frame back = ImageFiles.read(file, pool)) {
        assertThat(Clips.likeness(frame, back)).isGreaterThan(30);
      }
    }
  }

  @Test
  void unknownEndingIsRefused() {
    try (Frame frame = Clips.picture(pool, 0, 4, 4, 3)) {
      assertThatThrownBy(() -> ImageFiles.write(frame, folder.resolve("picture.nonsense")))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("use .png or .jpg");
    }
  }

  @Test
  void floatsAreRefused() {
    try (Frame frame = pool.take(DType.FLOAT32, 4, 4)) {
      assertThatThrownBy(() -> ImageFiles.write(frame, folder.resolve("picture.png")))
          .isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void missingFolderIsAnError() {
    try (Frame frame = Clips.picture(pool, 0, 4, 4, 3)) {
      assertThatThrownBy(() -> ImageFiles.write(frame, folder.resolve("none/picture.png")))
          .isInstanceOf(FramewireException.class)
          .hasMessageContaining("check that its folder exists");
    }
  }

  @Test
  void missingFileIsAnError() {
    assertThatThrownBy(() -> ImageFiles.read(folder.resolve("none.png"), pool))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void textIsNoPicture() throws IOException {
    Path file = Files.writeString(folder.resolve("text.png"), "words");
    assertThatThrownBy(() -> ImageFiles.read(file, pool))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("it is no picture");
  }

  private void assertComesBack(int... shape) {
    Path file = folder.resolve("picture.png");
    try (Frame frame = Clips.picture(pool, 3, shape)) {
      ImageFiles.write(frame, file);
      try (Frame back = ImageFiles.read(file, pool)) {
        assertThat(back.shape()).isEqualTo(shape);
        assertThat(back.data()).isEqualTo(frame.data());
      }
    }
  }

  @Test
  void aJpegIsAsGoodAsItIsTold() throws IOException {
    try (Frame frame = Clips.picture(FramePool.unpooled(), 3, 96, 128, 3)) {
      Path poor = folder.resolve("poor.jpg");
      Path good = folder.resolve("good.JPG");
      ImageFiles.write(frame, poor, 5);
      ImageFiles.write(frame, good, 100);
      assertThat(Files.size(poor)).isLessThan(Files.size(good));
      try (Frame read = ImageFiles.read(good, FramePool.unpooled())) {
        assertThat(Clips.likeness(frame, read)).isGreaterThan(35);
      }
    }
  }

  @Test
  void qualityIsForFormatsWithLoss() {
    try (Frame frame = Clips.picture(FramePool.unpooled(), 3, 9, 8, 3)) {
      assertThatThrownBy(() -> ImageFiles.write(frame, folder.resolve("a.png"), 90))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("only .jpg");
      assertThatThrownBy(() -> ImageFiles.write(frame, folder.resolve("a.jpg"), 101))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("101");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNamed() throws IOException {
    Path file = Files.createSymbolicLink(folder.resolve("a.png"), Path.of("/dev/full"));
    try (Frame frame = Clips.picture(FramePool.unpooled(), 3, 9, 8, 3)) {
      assertThatThrownBy(() -> ImageFiles.write(frame, file))
          .isInstanceOf(FramewireException.class)
          .hasMessageContaining("a.png")
          .hasMessageContaining("the disk's room");
    }
  }
}

package io.framewire.examples;

import io.framewire.file.ImageFiles;
import io.framewire.frame.Frame;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.JLabel;

/**
 * Shows the newest frame in a window, whose closing ends the program; on a machine without a
 * display, in the file {@code NAME.png}. Several examples use it.
 */
final class Screen implements AutoCloseable {
  private final String name;
  private final AtomicReference<BufferedImage> newest = new AtomicReference<>();
  private JFrame window;
  private JLabel picture;

  Screen(String name) {
    this.name = name;
  }

  /** Takes a copy, so that the frame may be closed afterwards. */
  void show(Frame frame) {
    if (GraphicsEnvironment.isHeadless()) {
      ImageFiles.write(frame, Path.of(name + ".png"));
    } else if (newest.getAndSet(ImageFiles.image(frame)) == null) {
      EventQueue.invokeLater(this::paint);
    }
  }

  private void paint() {
    BufferedImage image = newest.getAndSet(null);
    if (window == null) {
      picture = new JLabel();
      window = new JFrame(name);
      window.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
      window.add(picture);
    }
    boolean first = picture.getIcon() == null;
    picture.setIcon(new ImageIcon(image));
    if (first) {
      window.pack();
      window.setVisible(true);
    }
  }

  /** Closes the window, which would keep the program from ending. */
  @Override
  public void close() {
    EventQueue.invokeLater(
        () -> {
          if (window != null) {
            window.dispose();
          }
        });
  }
}

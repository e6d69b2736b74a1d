package io.framewire.transport.zmq;

import io.framewire.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients that may take part: those whose certificates are in a folder. It is read each time,
 * so that a file that comes or goes has its effect on the next client.
 *
 * @param folder of files {@code *.key}
 */
record AllowList(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(AllowList.class);

  /** The folder must be there when it is first named. */
  AllowList {
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException(
          "there is no folder "
              + folder
              + " of clients' certificates: make it, and copy each client's NAME.key there");
    }
  }

  boolean contains(Key client) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "*" + CurveKeys.PUBLIC_SUFFIX)) {
      for (Path file : files) {
        if (holds(file, client)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException failure) {
      LOG.warn("cannot read {}, so nobody is let in: {}", folder, failure.toString());
    }
    return false;
  }

  /** One bad file must not keep the others' owners out. */
  private static boolean holds(Path file, Key client) {
    try {
      return Certificate.read(file).publicKey().equals(client);
    } catch (ConfigurationException bad) {
      LOG.warn("{}; its owner is not let in", bad.getMessage());
      return false;
    }
  }
}

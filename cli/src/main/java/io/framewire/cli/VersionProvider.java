package io.framewire.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Name, version and commit, as the build wrote them down. */
final class VersionProvider implements IVersionProvider {
  private static final String RESOURCE = "build.properties";

  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream in = VersionProvider.class.getResourceAsStream(RESOURCE)) {
      build.load(in);
    }
    return new String[] {
      "framewire " + build.getProperty("version") + " (commit " + build.getProperty("commit") + ")"
    };
  }
}

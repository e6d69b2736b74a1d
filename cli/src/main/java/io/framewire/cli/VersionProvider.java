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
    // a source archive has no commit, and leaves the placeholder as it is
    String commit = build.getProperty("commit", "");
    boolean known = commit.matches("[0-9a-f]+");
    return new String[] {
      "framewire " + build.getProperty("version") + " (commit " + (known ? commit : "unknown") + ")"
    };
  }
}

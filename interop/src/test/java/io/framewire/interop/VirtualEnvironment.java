package io.framewire.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;

/** Makes a Python virtual environment with a list of pinned packages. */
final class VirtualEnvironment {
  private static final Duration QUICK = Duration.ofSeconds(30);
  private static final Duration CREATION = Duration.ofMinutes(3);
  private static final Duration INSTALLATION = Duration.ofMinutes(10);
  private static final String VERSION_CHECK =
      "import sys; print(sys.version); sys.exit(sys.version_info < (3, 10))";

  private final Path home;
  private final String python;
  private final Path requirements;

  /**
   * Describes an environment.
   *
   * @param home the folder it is in
   * @param python the command of the Python to make it with
   * @param requirements pip's list of packages
   */
  VirtualEnvironment(Path home, String python, Path requirements) {
    this.home = home;
    this.python = python;
    this.requirements = requirements;
  }

  /** Makes it unless it is there; its interpreter. */
  Path make() throws IOException, InterruptedException {
    Files.createDirectories(home);
    return interpreter(new StampedFolder(home).make(fingerprint(), this::fill));
  }

  private String fingerprint() throws IOException, InterruptedException {
    Child version = check(List.of(python, "-c", VERSION_CHECK), QUICK, "Python 3.10 or later");
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(requirements));
    return python + " " + version.tail().strip() + " " + crc.getValue();
  }

  private void fill(Path folder) throws IOException, InterruptedException {
    check(List.of(python, "-m", "venv", folder.toString()), CREATION, "Python's module venv");
    check(
        List.of(
            interpreter(folder).toString(),
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
            "--no-deps",
            "--requirement",
            requirements.toString()),
        INSTALLATION,
        "the packages of " + requirements.getFileName());
  }

  private static Path interpreter(Path folder) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return folder.resolve(windows ? "Scripts/python.exe" : "bin/python");
  }

  private Child check(List<String> command, Duration limit, String what)
      throws IOException, InterruptedException {
    Child child = Child.run(command, home, limit);
    if (child.exitCode() != 0) {
      throw new IOException(what + " cannot be had: " + child + " said\n" + child.tail());
    }
    return child;
  }
}

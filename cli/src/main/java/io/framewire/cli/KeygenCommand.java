package io.framewire.cli;

import io.framewire.transport.zmq.CurveKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framewire keygen}. */
@Command(
    name = "keygen",
    description = "Makes the keys of one end of an encrypted stream.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class KeygenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "whose keys these are; the files' name")
  private String name;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "where to put them (${DEFAULT-VALUE})")
  private Path folder;

  @Option(names = "--force", description = "replace keys of that name, which are then lost")
  private boolean force;

  @Option(names = "--verbose", description = "show where errors come from")
  private boolean verbose;

  @Override
  public Integer call() {
    CurveKeys keys = CurveKeys.generate(folder, name, force);
    say(keys, spec.commandLine().getOut());
    return Errors.DONE;
  }

  private static void say(CurveKeys keys, PrintWriter out) {
    out.println(keys.secretCertificate() + "  secret: stays here, for --key");
    out.println(keys.publicCertificate() + "  public: copy it to the other end");
    out.println("next: at the server, put it into the folder that --clients names;");
    out.println("      at a client, name the server's with --server-key");
    out.flush();
  }
}

package io.framewire.cli;

import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line's entry. */
@Command(
    name = "framewire",
    description =
        "Streams live video frames between programs over ZeroMQ, as vidgear's NetGear_Async does.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SendCommand.class,
      ReceiveCommand.class,
      ViewCommand.class,
      DemoCommand.class,
      SourcesCommand.class,
      InspectCommand.class,
      KeygenCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 2 bad usage, 3 timeout, 4 wire protocol error, 5 source error, 1 anything else;",
      "130 and 143 after Ctrl-C and a termination signal."
    })
public final class Main {
  private Main() {}

  /**
   * Runs a command and exits with its code.
   *
   * @param args the words of the command line
   */
  public static void main(String[] args) {
    Logging.configure(Arrays.asList(args).contains("--verbose"));
    System.exit(execute(commandLine(), args));
  }

  static int execute(CommandLine commandLine, String... args) {
    try {
      return commandLine.execute(args);
    } catch (Error failure) {
      return Errors.error(failure, commandLine);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Errors::badUsage)
        .setExecutionExceptionHandler(Errors::failure);
  }
}

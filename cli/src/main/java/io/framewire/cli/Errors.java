package io.framewire.cli;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.error.SourceException;
import io.framewire.error.StreamTimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Errors as one line on standard error, and the exit codes scripts depend on. */
final class Errors {
  static final int DONE = 0;
  static final int OTHER = 1;
  static final int USAGE = 2;
  static final int TIMEOUT = 3;
  static final int PROTOCOL = 4;
  static final int SOURCE = 5;

  private Errors() {}

  static int badUsage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    command
        .getErr()
        .println(
            "framewire: "
                + oneLine(failure.getMessage())
                + " (see "
                + command.getCommandSpec().qualifiedName()
                + " --help)");
    return USAGE;
  }

  static int failure(Exception failure, CommandLine command, ParseResult parsed) {
    report(failure, command);
    return exitCode(failure);
  }

  static void report(Throwable failure, CommandLine command) {
    boolean expected = failure instanceof FramewireException;
    String message = expected ? failure.getMessage() : failure.toString();
    command.getErr().println("framewire: " + oneLine(message));
    if (isVerbose(command)) {
      failure.printStackTrace(command.getErr());
    }
  }

  static int exitCode(Throwable failure) {
    if (failure instanceof ConfigurationException) {
      return USAGE;
    }
    if (failure instanceof StreamTimeoutException) {
      return TIMEOUT;
    }
    if (failure instanceof ProtocolException) {
      return PROTOCOL;
    }
    return failure instanceof SourceException ? SOURCE : OTHER;
  }

  /** What picocli passes through: no memory left, a class that is missing. */
  static int error(Error failure, CommandLine command) {
    report(failure, command);
    return OTHER;
  }

  private static boolean isVerbose(CommandLine command) {
    return command.getParseResult() != null
        && command.getParseResult().hasMatchedOption("--verbose");
  }

  private static String oneLine(String message) {
    return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
  }
}

package io.framewire.cli;

import io.framewire.StreamBuilder;
import io.framewire.codec.msgpack.MessageInspection;
import io.framewire.codec.msgpack.MsgpackInspector;
import io.framewire.error.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framewire inspect}. */
@Command(
    name = "inspect",
    description = {
      "Prints what a captured message holds, and what is wrong with it.",
      "Each file is one part of the message as it came off the wire: a frame has two, header and array."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class InspectCommand implements Callable<Integer> {
  private static final long MOST_BYTES = StreamBuilder.DEFAULT_MAX_MESSAGE_BYTES;
  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "the message's parts in order; - is standard input")
  private List<String> files;

  @Option(names = "--verbose", description = "show where errors come from")
  private boolean verbose;

  @Override
  public Integer call() throws IOException {
    List<ByteBuffer> parts = new ArrayList<>();
    for (String file : files) {
      parts.add(ByteBuffer.wrap(read(file)));
    }
    MessageInspection found = MsgpackInspector.inspectMessage(parts);
    spec.commandLine().getOut().println(found);
    return found.problem().isEmpty() ? Errors.DONE : Errors.PROTOCOL;
  }

  private static byte[] read(String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return System.in.readAllBytes();
    }
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      throw refusal(file, "no such file");
    }
    if (Files.isDirectory(path)) {
      throw refusal(file, "it is a folder");
    }
    if (!Files.isReadable(path)) {
      throw refusal(file, "permission denied");
    }
    if (Files.size(path) > MOST_BYTES) {
      throw refusal(file, "no part of a message has more than " + MOST_BYTES + " bytes");
    }
    return Files.readAllBytes(path);
  }

  private static ConfigurationException refusal(String file, String why) {
    return new ConfigurationException("cannot inspect " + file + ": " + why);
  }
}

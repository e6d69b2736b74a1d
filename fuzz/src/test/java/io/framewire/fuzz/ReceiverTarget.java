package io.framewire.fuzz;

import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A live receiver in each pattern, to whose port a stranger says the input. */
public final class ReceiverTarget {
  private static final int INPUTS_PER_HONEST_FRAME = 50;
  private static final List<byte[]> DELIMITER = List.of(new byte[0]);

  private static final Map<Pattern, LiveReceiver> RECEIVERS = new EnumMap<>(Pattern.class);
  private static final Growth GROWTH = new Growth();
  private static int inputs;

  private ReceiverTarget() {}

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Progress.input();
    Input in = new Input(bytes);
    Pattern pattern = in.pick(Pattern.values());
    LiveReceiver receiver = RECEIVERS.computeIfAbsent(pattern, LiveReceiver::open);
    boolean abruptly = in.rarely(8);
    Conversation conversation = new Conversation(in, envelope(in, pattern));
    String type = pattern.word(Role.SENDER).toUpperCase(Locale.ROOT);
    boolean onlyOne = pattern == Pattern.PAIR;
    Stranger.say(receiver::endpoint, conversation.fromTheFirstByte(type), abruptly, onlyOne);
    receiver.requireAlive();
    if (++inputs % INPUTS_PER_HONEST_FRAME == 0) {
      requireService();
      GROWTH.requireNone();
    }
  }

  /** Every receiver that there is takes a frame from an honest sender. */
  static void requireService() {
    RECEIVERS.values().forEach(LiveReceiver::requireService);
  }

  private static List<byte[]> envelope(Input in, Pattern pattern) {
    boolean delimited = pattern == Pattern.REQ_REP != in.rarely(32);
    return delimited ? DELIMITER : List.of();
  }

  /** For Jazzer. */
  public static void fuzzerTearDown() {
    Progress.report();
  }
}

package io.framewire.wire;

import io.framewire.error.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four messaging patterns, with vidgear's numbers and the words for either side of each. */
public enum Pattern {
  /** One sender, one receiver, each frame answered; vidgear's 0 and the default. */
  PAIR(0, true, "pair", "pair"),
  /** Request and reply: each frame answered, the receiver may have many senders; vidgear's 1. */
  REQ_REP(1, true, "req", "rep"),
  /** Publish and subscribe: frames a slow receiver has no room for are dropped; vidgear's 2. */
  PUB_SUB(2, false, "pub", "sub"),
  /** Push and pull: a slow receiver slows the sender down; vidgear's 3. */
  PUSH_PULL(3, false, "push", "pull");

  private final int number;
  private final boolean answers;
  private final String senderWord;
  private final String receiverWord;

  Pattern(int number, boolean answers, String senderWord, String receiverWord) {
    this.number = number;
    this.answers = answers;
    this.senderWord = senderWord;
    this.receiverWord = receiverWord;
  }

  /**
   * Reads a pattern: the word of either side, in any case, or both, or vidgear's number.
   *
   * @param text for instance {@code "pair"}, {@code "SUB"}, {@code "req/rep"} or {@code "3"}
   * @return the pattern
   * @throws ConfigurationException if there is no such pattern
   */
  public static Pattern parse(String text) {
    String word = text.trim().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(pattern -> pattern.words().contains(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "unknown pattern \""
                        + text
                        + "\": use pair (0), req/rep (1), pub/sub (2) or push/pull (3)"));
  }

  /**
   * Whether the receiver answers each frame and the end of the stream.
   *
   * @return true for PAIR and REQ/REP
   */
  public boolean answers() {
    return answers;
  }

  /**
   * vidgear's number.
   *
   * @return 0 to 3
   */
  public int number() {
    return number;
  }

  /**
   * The word for one side's socket.
   *
   * @param role the side
   * @return for instance {@code "pub"} for the sender of {@link #PUB_SUB}
   */
  public String word(Role role) {
    return role == Role.SENDER ? senderWord : receiverWord;
  }

  private List<String> words() {
    return List.of(
        senderWord, receiverWord, senderWord + "/" + receiverWord, String.valueOf(number));
  }
}

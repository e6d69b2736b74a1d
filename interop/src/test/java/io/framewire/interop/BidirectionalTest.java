package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.Reply;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Pattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data with each frame and back with each answer, the real vidgear at the other end. */
@NeedsVidgear
class BidirectionalTest {
  private static final List<Object> VALUES =
      List.of(
          "pan left, \u00fc \u6f22 \ud83d\ude00",
          -5L,
          3_000_000_000L,
          -9_007_199_254_740_993L,
          Long.MIN_VALUE,
          new BigInteger("18446744073709551615"),
          2.5,
          -0.0625,
          true,
          Arrays.asList(1L, "two", null, List.of(3.5, false)),
          Map.of("boxes", List.of(Map.of("at", List.of(1L, 2L), "sure", 0.5)), "none", Map.of()),
          new byte[] {0, -1, 127, -128});

  /** Vidgear's user reads None for each of them. */
  private static final List<Object> EMPTY =
      List.of("", 0L, 0.0, false, List.of(), Map.of(), new byte[0]);

  private static final List<Object> PLAIN = Stream.concat(VALUES.stream(), EMPTY.stream()).toList();

  private static final PatternedFrames COLOUR = PatternedFrames.small(1, 31);
  private static final List<PatternedFrames> ARRAYS =
      List.of(
          COLOUR,
          new PatternedFrames(DType.parse("<f4"), List.of(5, 7), 1, 32),
          new PatternedFrames(DType.parse(">u2"), List.of(), 1, 33));

  private static final PatternedFrames FRAMES =
      PatternedFrames.small(PLAIN.size() + ARRAYS.size() + 2, 30);

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void whatJavaSendsWithFramesIsWhatVidgearsUserReads(Pattern pattern) {
    try (VidgearPeer receiver = bidirectional(pattern, List.of())) {
      sendEach(PLAIN, pattern, receiver);
      assertThat(receiver.ended()).as(receiver.tail()).isEqualTo("terminated");
      assertThat(receiver.frames())
          .extracting(line -> line.values().get("data"))
          .containsExactlyElementsOf(PLAIN.stream().map(BidirectionalTest::read).toList());
      assertThat(receiver.numbers()).hasSize(PLAIN.size()).isSorted().doesNotContain(-1);
    }
  }

  private static void sendEach(List<Object> values, Pattern pattern, VidgearPeer receiver) {
    try (FrameSender sender = sender(pattern, receiver)) {
      for (int index = 0; index < values.size(); index++) {
        try (Frame frame = FRAMES.frame(sender.pool(), index);
            Reply reply = sender.send(frame, values.get(index))) {
          assertThat(reply).hasToString("nothing");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void whatVidgearRepliesToOneFrameComesWithTheAnswerToTheNext(Pattern pattern) {
    List<Object> replies = new ArrayList<>(PLAIN.stream().map(PythonValue::made).toList());
    replies.add(null);
    replies.add(Map.of("$tuple", List.of(1L, 2L)));
    replies.add(Map.of("$float64", 0.5));
    ARRAYS.forEach(array -> replies.add(PythonValue.array(array, 0, "C")));
    replies.add(PythonValue.array(COLOUR, 0, "F"));
    List<Object> expected = new ArrayList<>(PLAIN.stream().map(PythonValue::shown).toList());
    expected.set(PLAIN.indexOf(""), PythonValue.NONE);
    expected.add(PythonValue.NONE);
    expected.add(PythonValue.shown(List.of(1L, 2L)));
    expected.add(PythonValue.shown(0.5));
    ARRAYS.forEach(array -> expected.add(shownArray(array)));
    expected.add(shownArray(COLOUR));
    try (VidgearPeer receiver = bidirectional(pattern, replies);
        FrameSender sender = sender(pattern, receiver)) {
      assertThat(replyTo(sender, 0)).isEqualTo(PythonValue.NONE);
      for (int index = 0; index < expected.size(); index++) {
        assertThat(replyTo(sender, index + 1)).isEqualTo(expected.get(index));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void whatVidgearSendsWithFramesArrivesAndWhatJavaQueuesIsItsNextReply(Pattern pattern) {
    List<Object> arrived = new ArrayList<>();
    try (FrameReceiver receiver =
            JavaEnds.receiverAt(pattern, "tcp://127.0.0.1:0").bidirectional(true).build();
        VidgearPeer sender =
            VidgearPeer.sender(
                pattern,
                receiver.endpoint().toString(),
                FRAMES,
                "--bidirectional",
                "--data=" + Descr.json(PLAIN.stream().map(PythonValue::made).toList()))) {
      Ended ended =
          receiver
              .run(
                  received -> {
                    arrived.add(PythonValue.shown(received.data().orElse(null)));
                    queue(receiver, (int) received.index());
                  })
              .ended();
      assertThat(ended).isEqualTo(Ended.TERMINATED);
      assertThat(sender.ended()).as(sender.tail()).isEqualTo("terminated");
      assertThat(sender.said("reply"))
          .extracting(line -> line.values().get("data"))
          .containsExactlyElementsOf(queued());
    }
    List<Object> sent = new ArrayList<>(PLAIN.stream().map(PythonValue::shown).toList());
    sent.set(PLAIN.indexOf(""), PythonValue.NONE);
    assertThat(arrived).hasSize(FRAMES.count()).startsWith(sent.toArray());
  }

  /** Queues, after each frame, the plain values, then the arrays, at last a part of one. */
  private static void queue(FrameReceiver receiver, int index) {
    if (index < PLAIN.size()) {
      receiver.reply(PLAIN.get(index));
    } else if (index < PLAIN.size() + ARRAYS.size()) {
      try (Frame array = ARRAYS.get(index - PLAIN.size()).frame(FramePool.unpooled(), 0)) {
        receiver.reply(array);
      }
    } else {
      try (Frame array = COLOUR.frame(FramePool.unpooled(), 0);
          Frame part = array.rows(7, 20)) {
        receiver.reply(part);
      }
    }
  }

  /** What vidgear's user reads of it: the reply to a frame is what was queued before it came. */
  private static List<Object> queued() {
    List<Object> expected = new ArrayList<>(List.of(PythonValue.NONE));
    PLAIN.forEach(value -> expected.add(read(value)));
    ARRAYS.forEach(array -> expected.add(shownArray(array)));
    try (Frame array = COLOUR.frame(FramePool.unpooled(), 0);
        Frame part = array.rows(7, 20)) {
      expected.add(PythonValue.shown(part));
    }
    return expected;
  }

  private static Object replyTo(FrameSender sender, int index) {
    try (Frame frame = FRAMES.frame(sender.pool(), index);
        Reply reply = sender.send(frame)) {
      return reply.array().<Object>map(PythonValue::shown).orElse(shown(reply));
    }
  }

  private static Object shown(Reply reply) {
    return PythonValue.shown(reply.data().orElse(null));
  }

  private static Object read(Object sent) {
    return EMPTY.contains(sent) ? PythonValue.NONE : PythonValue.shown(sent);
  }

  private static Object shownArray(PatternedFrames array) {
    try (Frame frame = array.frame(FramePool.unpooled(), 0)) {
      return PythonValue.shown(frame);
    }
  }

  private static VidgearPeer bidirectional(Pattern pattern, List<Object> replies) {
    return VidgearPeer.receiver(
        pattern,
        FRAMES,
        "--bidirectional",
        "--data=" + Descr.json(replies.isEmpty() ? Arrays.asList((Object) null) : replies));
  }

  private static FrameSender sender(Pattern pattern, VidgearPeer receiver) {
    return JavaEnds.sender(pattern, receiver.endpoint()).bidirectional(true).build();
  }
}

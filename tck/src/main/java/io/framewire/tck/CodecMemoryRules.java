package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose the memory of frames and parts is, and who writes where. */
abstract class CodecMemoryRules extends CodecRoundTripRules {
  private static final int SCRIBBLES = 4;

  @Test
  void encodingLeavesTheFrameToItsOwner() {
    try (FramePool pool = new FramePool();
        FrameMessage message = frameMessage(pool, 1)) {
      byte[] before = Contents.of(message.frame());
      codec().encode(message, pool).close();
      assertThat(Contents.of(message.frame())).isEqualTo(before);
    }
  }

  @Test
  void partsOutliveTheMessage() {
    try (FramePool pool = new FramePool();
        Frame expected = picture(FramePool.unpooled(), 1)) {
      Codec codec = codec();
      FrameMessage message = frameMessage(pool, 1);
      Multipart parts = codec.encode(message, pool);
      message.close();
      for (int number = 2; number < 2 + SCRIBBLES; number++) {
        picture(pool, number).close();
      }
      try (FrameMessage back =
          (FrameMessage) codec.decodeFromSender(transported(parts, FramePool.unpooled()))) {
        assertThat(alike(expected, back.frame())).as("the frame is the one encoded").isTrue();
      }
    }
  }

  @Test
  void allMemoryIsBackWhenMessagePartsAndFrameAreClosed() {
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    Codec codec = codec();
    for (int number = 0; number < SCRIBBLES; number++) {
      fromSender(codec, frameMessage(pool, number), pool).close();
      fromReceiver(codec, new ArrayReply(picture(pool, number)), pool).close();
    }
    memory.requireBack(pool);
  }

  @Test
  void aFrameWithRoomInFrontIsNotCopied() {
    if (!sendsElementsAsTheyAre()) {
      return;
    }
    try (FramePool pool = new FramePool();
        FrameMessage message = frameMessage(pool, 1);
        Multipart parts = codec().encode(message, pool)) {
      assertThat(parts.parts().stream().map(Part::block))
          .as("the frame's own memory is one of the parts")
          .contains(Optional.of(message.frame().block()));
    }
  }

  @Test
  void rowsOfAFrameAreSentWithoutTouchingTheRowsBefore() {
    Codec codec = codec();
    try (FramePool pool = new FramePool();
        Frame whole = picture(pool, 1);
        Frame rows = whole.rows(2, 5)) {
      byte[] before = Contents.of(whole);
      FrameMessage message = new FrameMessage(rows.retain(), false, Optional.empty());
      try (FrameMessage back = (FrameMessage) fromSender(codec, message, pool)) {
        assertThat(alike(rows, back.frame())).as("the rows are as sent").isTrue();
      }
      assertThat(Contents.of(whole)).as("the whole frame").isEqualTo(before);
    }
  }

  @Test
  void aFrameCanBeSentTwiceAtOnce() {
    try (FramePool pool = new FramePool();
        Frame frame = picture(pool, 1)) {
      Codec codec = codec();
      FrameMessage plain = new FrameMessage(frame, false, Optional.empty());
      FrameMessage withData = new FrameMessage(frame, true, Optional.of("words ".repeat(9)));
      Multipart first = codec.encode(plain, pool);
      Multipart second = codec.encode(withData, pool);
      for (Multipart parts : new Multipart[] {first, second}) {
        try (FrameMessage back = (FrameMessage) codec.decodeFromSender(transported(parts, pool))) {
          assertThat(alike(frame, back.frame())).as("the frame is as sent").isTrue();
          assertThat(back.bidirectional()).isEqualTo(parts == second);
        }
      }
    }
  }

  @Test
  void aPartIsExactlyItsBytes() {
    try (FramePool pool = new FramePool();
        FrameMessage message = frameMessage(pool, 1);
        Multipart parts = codec().encode(message, pool)) {
      for (Part part : parts.parts()) {
        assertThat(part.bytes().position()).as("position").isZero();
        assertThat(part.bytes().capacity()).as("capacity").isEqualTo(part.bytes().limit());
      }
    }
  }

  @Test
  void aValueTheWireCannotCarryIsRefusedAndTakesNoMemory() {
    Codec codec = codec();
    try (FramePool pool = new FramePool();
        FrameMessage message =
            new FrameMessage(picture(pool, 1), true, Optional.of(new StringBuilder()))) {
      assertThatThrownBy(() -> codec.encode(message, pool))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("StringBuilder");
      assertThat(pool.statistics().lentBlocks()).isOne();
    }
  }

  @Test
  void aPoolWithoutRoomLeavesTheFrameAsItWas() {
    try (FramePool pool = new FramePool();
        FramePool full = new FramePool(0, 1);
        Frame frame = picture(pool, 1);
        Frame again = frame.retain()) {
      byte[] before = Contents.of(frame);
      try {
        codec().encode(new FrameMessage(again, false, Optional.empty()), full).close();
      } catch (FramewireException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
      assertThat(Contents.of(frame)).isEqualTo(before);
    }
  }
}

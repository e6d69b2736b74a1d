package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.wire.Message;
import io.framewire.wire.Message.Acknowledgement;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.End;
import io.framewire.wire.Message.EndConfirmation;
import io.framewire.wire.Message.FrameMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That what one end says is what the other hears. */
abstract class CodecRoundTripRules extends CodecRules {
  @Test
  void framesOfEveryDtypeAndShapeComeBack() {
    Codec codec = codec();
    for (DType dtype : dtypes()) {
      for (int[] shape : shapes()) {
        try (FramePool pool = new FramePool();
            Frame frame = Contents.frame(pool, 1, dtype, shape);
            FrameMessage back =
                (FrameMessage)
                    fromSender(
                        codec, new FrameMessage(frame.retain(), false, Optional.empty()), pool)) {
          requireAlike(frame, back.frame());
        }
      }
    }
  }

  @Test
  void arraysThatAreRepliesComeBack() {
    Codec codec = codec();
    for (DType dtype : dtypes()) {
      try (FramePool pool = new FramePool();
          Frame frame = Contents.frame(pool, 2, dtype, PICTURE);
          ArrayReply back =
              (ArrayReply) fromReceiver(codec, new ArrayReply(frame.retain()), pool)) {
        requireAlike(frame, back.frame());
      }
    }
  }

  private void requireAlike(Frame sent, Frame received) {
    assertThat(received.dtype()).isEqualTo(sent.dtype());
    assertThat(received.shape()).isEqualTo(sent.shape());
    assertThat(alike(sent, received)).as("the elements of %s are as sent", sent).isTrue();
  }

  @Test
  void valuesThatGoWithFramesComeBack() {
    Codec codec = codec();
    for (Object value : values()) {
      try (FramePool pool = new FramePool();
          FrameMessage back =
              (FrameMessage)
                  fromSender(
                      codec, new FrameMessage(picture(pool, 3), true, Optional.of(value)), pool)) {
        assertThat(back.bidirectional()).isTrue();
        assertThat(PlainValues.comparable(back.data())).isEqualTo(PlainValues.comparable(value));
      }
    }
  }

  @Test
  void valuesThatAreRepliesComeBack() {
    Codec codec = codec();
    FramePool pool = new FramePool();
    for (Object value : values()) {
      DataReply back = (DataReply) fromReceiver(codec, new DataReply(Optional.of(value)), pool);
      assertThat(PlainValues.comparable(back.data())).isEqualTo(PlainValues.comparable(value));
    }
    Message nothing = fromReceiver(codec, new DataReply(Optional.empty()), pool);
    assertThat(nothing).isEqualTo(new DataReply(Optional.empty()));
  }

  @Test
  void aFrameWithoutDataSaysSo() {
    for (boolean bidirectional : new boolean[] {false, true}) {
      try (FramePool pool = new FramePool();
          FrameMessage back =
              (FrameMessage)
                  fromSender(
                      codec(),
                      new FrameMessage(picture(pool, 4), bidirectional, Optional.empty()),
                      pool)) {
        assertThat(back.bidirectional()).isEqualTo(bidirectional);
        assertThat(back.data()).isEmpty();
      }
    }
  }

  @Test
  void theEndAndWhatConfirmsItComeBack() {
    FramePool pool = new FramePool();
    assertThat(fromSender(codec(), new End(), pool)).isEqualTo(new End());
    assertThat(fromReceiver(codec(), new EndConfirmation("seen"), pool))
        .isInstanceOf(EndConfirmation.class);
  }

  @Test
  void anAcknowledgementComesBack() {
    assertThat(fromReceiver(codec(), new Acknowledgement("taken"), new FramePool()))
        .isInstanceOf(Acknowledgement.class);
  }
}

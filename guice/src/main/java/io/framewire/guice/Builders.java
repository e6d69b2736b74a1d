package io.framewire.guice;

import io.framewire.FrameReceiver;
import io.framewire.FrameReceiverBuilder;
import io.framewire.FrameSender;
import io.framewire.FrameSenderBuilder;
import io.framewire.StreamBuilder;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.TransportProvider;
import java.util.Set;

/** Makes builders that know the plugins and settings that are bound. */
record Builders(
    Set<TransportProvider> transports, Set<CodecProvider> codecs, Set<StreamSettings> settings) {

  FrameSenderBuilder sender() {
    return furnished(FrameSender.builder());
  }

  FrameReceiverBuilder receiver() {
    return furnished(FrameReceiver.builder());
  }

  private <B extends StreamBuilder<B>> B furnished(B builder) {
    transports.forEach(builder::provider);
    codecs.forEach(builder::provider);
    settings.forEach(each -> each.apply(builder));
    return builder;
  }
}

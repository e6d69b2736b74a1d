package io.framewire.guice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.name.Names;
import io.framewire.FrameHandler;
import io.framewire.spi.FrameSource;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DeclarationErrorsTest {
  @Test
  void senderNeedsASourceOrIsPushed() {
    refused(
        framewire -> framewire.sender("camera").to("tcp://hub:5555"),
        "stream \"camera\" (",
        "DeclarationErrorsTest",
        "has no source: give it one with source(…), or say pushed()");
    refused(
        framewire -> framewire.sender("camera").source("0").pushed(),
        "stream \"camera\"",
        "has a source and is pushed");
    refused(
        framewire -> framewire.sender("camera").stabilized().pushed(),
        "stream \"camera\"",
        "is stabilized but has no source");
  }

  @Test
  void receiverNeedsAHandlerOrIsPulled() {
    refused(
        framewire -> framewire.receiver("viewer").at("tcp://*:5555"),
        "stream \"viewer\" (",
        "has no handler: give it one with handler(…), or say pulled()");
    refused(
        framewire -> framewire.receiver("viewer").handler(received -> {}).pulled(),
        "stream \"viewer\"",
        "has a handler and is pulled");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    refused(
        framewire -> {
          framewire.sender("camera");
          framewire.receiver("viewer");
        },
        "stream \"viewer\"",
        "; stream \"camera\"");
  }

  @Test
  void aNameIsUsedOnce() {
    refused(
        framewire -> {
          framewire.sender("camera").pushed();
          framewire.receiver("camera").pulled();
        },
        "two streams are called \"camera\"",
        "give one of them another name");
    refused(
        framewire -> {
          framewire.sender("camera").pushed();
          framewire.sender("camera").source("0");
        },
        "FrameSender annotated with @Named(\"camera\") was bound multiple times");
    refused(framewire -> framewire.sender(" ").pushed(), "a stream's name is \" \"");
  }

  @Test
  void whatGuiceIsToMakeMustBeBound() {
    refused(
        framewire ->
            framewire.sender("camera").source(Key.get(FrameSource.class, Names.named("lens"))),
        "No implementation for FrameSource annotated with @Named(\"lens\") was bound");
    refused(
        framewire -> framewire.receiver("viewer").handler(FrameHandler.class),
        "No implementation for FrameHandler was bound");
  }

  @Test
  void endpointIsCheckedWhereItIsDeclared() {
    refused(framewire -> framewire.sender("camera").to("nowhere").pushed(), "endpoint \"nowhere\"");
    refused(
        framewire -> framewire.receiver("viewer").at("nowhere").pulled(), "endpoint \"nowhere\"");
  }

  private static void refused(Consumer<FramewireBinder> declarations, String... words) {
    Module module = binder -> declarations.accept(FramewireBinder.of(binder));
    assertThatThrownBy(() -> Guice.createInjector(module))
        .isInstanceOf(CreationException.class)
        .hasMessageContainingAll(words);
  }
}

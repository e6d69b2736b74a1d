package com.example;

import com.google.inject.AbstractModule;
import com.google.inject.name.Names;
import io.framewire.guice.FramewireBinder;

/** A stream from our own source to a receiver. */
final class CameraModule extends AbstractModule {
  private final String endpoint;
  private final int count;

  CameraModule(String endpoint, int count) {
    this.endpoint = endpoint;
    this.count = count;
  }

  @Override
  protected void configure() {
    bindConstant().annotatedWith(Names.named("count")).to(count);
    FramewireBinder.of(binder()).sender("camera").to(endpoint).source(PatternSource.class);
  }
}

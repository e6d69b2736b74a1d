package com.example;

import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;

/** Serves {@code pattern:COUNT}. */
public final class PatternSourceProvider implements FrameSourceProvider {
  @Override
  public String name() {
    return "pattern";
  }

  @Override
  public Support supports(SourceRequest request) {
    return Support.when(request.hasScheme("pattern"), "serves pattern:COUNT");
  }

  @Override
  public FrameSource create(SourceRequest request) {
    return new PatternSource(Integer.parseInt(request.withoutSchemeAndQuery().location()));
  }
}

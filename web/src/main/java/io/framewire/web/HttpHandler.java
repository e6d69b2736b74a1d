package io.framewire.web;

import java.io.IOException;

/** Answers requests, on the thread of each connection. */
@FunctionalInterface
interface HttpHandler {
  void answer(Request request, Answer answer)
      throws IOException, InterruptedException, Request.BadRequest;
}

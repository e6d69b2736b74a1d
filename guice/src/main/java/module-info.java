/**
 * Framewire for Guice: senders, receivers, sources and plugins as bindings, and their lifecycle.
 */
// Guice has no descriptor, but names its module in its manifest
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.framewire.guice {
  // what Guice needs, since it cannot say so itself
  requires com.google.common;
  requires transitive com.google.guice;
  requires transitive io.framewire.core;
  requires transitive jakarta.inject;

  exports io.framewire.guice;
}

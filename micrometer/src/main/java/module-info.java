/** The statistics of streams and sources as Micrometer meters. */
// Micrometer has no descriptor, but names its module in its manifest
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.framewire.micrometer {
  requires transitive io.framewire.core;
  requires transitive micrometer.core;
  requires org.slf4j;

  exports io.framewire.micrometer;
}

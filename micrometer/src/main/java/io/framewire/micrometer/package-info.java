/** Meters for what streams and sources do: {@link io.framewire.micrometer.FramewireMetrics}. */
package io.framewire.micrometer;

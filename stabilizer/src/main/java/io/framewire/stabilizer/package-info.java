/**
 * Stabilizers on OpenCV. {@link io.framewire.stabilizer.Stabilizers} makes them; each works alone,
 * behind any source and behind a receiver.
 */
package io.framewire.stabilizer;

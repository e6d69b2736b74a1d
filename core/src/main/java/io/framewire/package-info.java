/**
 * Sending and receiving frames: the two ends of a stream, their options, statistics and results.
 */
package io.framewire;

/** Frames: their element types, their memory, and the pools it comes from. */
package io.framewire.frame;

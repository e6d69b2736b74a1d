/** Framewire and its peers side by side: how fast, at what cost, in how much memory. */
package io.framewire.benchmarks.wire;

/** The Java processes that the wire's benchmark runs: one end of a stream each. */
package io.framewire.benchmarks.wire.end;

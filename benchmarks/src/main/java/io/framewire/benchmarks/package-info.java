/** What the benchmarks share. */
package io.framewire.benchmarks;

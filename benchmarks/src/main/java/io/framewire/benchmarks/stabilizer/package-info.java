/** How fast and how steady the stabilizers are, beside vidgear's. */
package io.framewire.benchmarks.stabilizer;

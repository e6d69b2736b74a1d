/** JMH benchmarks of what happens to each frame between a program and its transport. */
package io.framewire.benchmarks.jmh;

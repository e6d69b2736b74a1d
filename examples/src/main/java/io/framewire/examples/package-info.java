/** Small programs, each doing one real thing with Framewire, to run and to copy from. */
package io.framewire.examples;

/** {@code framewire demo}: a real stream for someone with nothing at hand. */
package io.framewire.cli.demo;

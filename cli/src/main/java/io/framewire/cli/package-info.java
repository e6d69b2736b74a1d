/** The {@code framewire} command. */
package io.framewire.cli;

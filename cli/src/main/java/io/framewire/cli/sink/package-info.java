/** What {@code framewire receive} can do with frames besides counting them. */
package io.framewire.cli.sink;

/** The way in to every source, and the one source that needs nothing: a synthetic picture. */
package io.framewire.source;

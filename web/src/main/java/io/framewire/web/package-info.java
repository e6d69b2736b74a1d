/**
 * A server that shows live streams in the browser. {@link io.framewire.web.FrameServer} is the way
 * in.
 */
package io.framewire.web;

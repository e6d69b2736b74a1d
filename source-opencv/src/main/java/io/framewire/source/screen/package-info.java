/**
 * What a display shows, as frames: {@link io.framewire.source.screen.ScreenSourceProvider}. The
 * JDK's own java.awt takes the pictures, so nothing native is added.
 */
package io.framewire.source.screen;

/** What this module's own packages share about FFmpeg; not exported. */
package io.framewire.ffmpeg;

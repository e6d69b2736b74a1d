/**
 * Videos of streaming sites: yt-dlp, a program of its own, finds the video's stream, and FFmpeg
 * reads it. Found with {@link io.framewire.source.FrameSources#open(String, java.util.Map)}; {@link
 * io.framewire.source.site.SiteSourceProvider} lists the options.
 */
package io.framewire.source.site;

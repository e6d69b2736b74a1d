/**
 * What passes between the two ends: where they meet (endpoint), how (pattern), what they say
 * (message) and the bytes it is said in (multipart).
 */
package io.framewire.wire;

/** How fast video files are decoded, beside OpenCV for Python. */
package io.framewire.benchmarks.decode;

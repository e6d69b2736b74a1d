package io.framewire.source.picamera;

/**
 * How a YUV420 picture lies in memory as the camera tool writes it: the luma rows, then the Cb and
 * the Cr rows, which are half as long and half as many. All have padding at their ends.
 *
 * @param width visible pixels of a row, even
 * @param height rows, even
 * @param rowBytes a luma row's length with its padding, even
 */
record Layout(int width, int height, int rowBytes) {
  int bytes() {
    return Math.addExact(
        Math.multiplyExact(rowBytes, height), Math.multiplyExact(rowBytes / 2, height));
  }

  int chromaRow() {
    return rowBytes / 2;
  }

  int cb() {
    return rowBytes * height;
  }

  int cr() {
    return cb() + chromaRow() * (height / 2);
  }
}

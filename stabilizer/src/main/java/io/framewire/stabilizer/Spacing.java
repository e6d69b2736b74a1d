package io.framewire.stabilizer;

import java.util.Arrays;

/**
 * Keeps places in a picture apart. They lie in cells as wide as the distance, to look at few of
 * them.
 */
final class Spacing {
  private static final int NONE = -1;

  private final int cellSize;
  private final double distanceSquared;
  private final int columns;
  private final int rows;
  private final int[] lastOfCell;
  private final int[] beforeInCell;
  private final int[] x;
  private final int[] y;
  private int count;

  /** For so many places at most. */
  Spacing(int width, int height, double distance, int most) {
    cellSize = Math.max(1, (int) Math.ceil(distance));
    distanceSquared = distance * distance;
    columns = width / cellSize + 1;
    rows = height / cellSize + 1;
    lastOfCell = new int[columns * rows];
    beforeInCell = new int[most];
    x = new int[most];
    y = new int[most];
  }

  void clear() {
    count = 0;
    Arrays.fill(lastOfCell, NONE);
  }

  /** Adds a place, unless it is too near to one that is there; whether it was added. */
  boolean add(int column, int row) {
    int across = column / cellSize;
    int down = row / cellSize;
    for (int cellRow = Math.max(0, down - 1); cellRow <= Math.min(rows - 1, down + 1); cellRow++) {
      for (int cell = Math.max(0, across - 1); cell <= Math.min(columns - 1, across + 1); cell++) {
        if (isNear(cellRow * columns + cell, column, row)) {
          return false;
        }
      }
    }
    int cell = down * columns + across;
    x[count] = column;
    y[count] = row;
    beforeInCell[count] = lastOfCell[cell];
    lastOfCell[cell] = count++;
    return true;
  }

  private boolean isNear(int cell, int column, int row) {
    for (int index = lastOfCell[cell]; index != NONE; index = beforeInCell[index]) {
      int across = column - x[index];
      int down = row - y[index];
      if (across * across + down * down < distanceSquared) {
        return true;
      }
    }
    return false;
  }
}

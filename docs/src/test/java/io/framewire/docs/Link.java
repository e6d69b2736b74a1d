package io.framewire.docs;

/**
 * A link on a page.
 *
 * @param line the line it stands in, from 1
 * @param target where it leads, as it is written
 */
record Link(int line, String target) {}

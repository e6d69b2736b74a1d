package io.framewire.docs;

import java.util.List;

/**
 * A block of code on a page.
 *
 * @param page the page's path from the project's root
 * @param line the number of the block's first line on the page, from 1
 * @param language what stands behind the fence
 * @param lines the code, without the fence's indentation
 * @param given the members that the code may use, from the comment in front of it
 * @param givenLine the number of their first line
 */
record Block(
    String page, int line, String language, List<String> lines, List<String> given, int givenLine) {

  String text() {
    return String.join("\n", lines);
  }

  String problem(int index, String what) {
    return page + ":" + (line + index) + ": " + what;
  }
}

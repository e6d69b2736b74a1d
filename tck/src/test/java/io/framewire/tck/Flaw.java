package io.framewire.tck;

import java.util.Set;

/** Something that can be wrong with a provider; one without rules is nothing at all. */
interface Flaw {
  /** The rules that must notice it, and no others. */
  Set<String> rules();
}

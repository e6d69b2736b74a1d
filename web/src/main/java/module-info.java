/** Live streams in the browser: a small server to embed, its page, and the figures behind it. */
module io.framewire.web {
  requires transitive io.framewire.core;
  requires java.desktop;
  requires org.slf4j;

  exports io.framewire.web;
}

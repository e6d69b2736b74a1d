module consumer {
  requires io.framewire.guice;

  opens app to
      com.google.guice;
}

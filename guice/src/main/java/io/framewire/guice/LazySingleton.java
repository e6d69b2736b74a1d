package io.framewire.guice;

import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Scope;
import com.google.inject.Scopes;

/** One for each injector, never made before it is asked for: Guice's own is, in production. */
enum LazySingleton implements Scope {
  SCOPE;

  @Override
  public <T> Provider<T> scope(Key<T> key, Provider<T> unscoped) {
    return Scopes.SINGLETON.scope(key, unscoped);
  }
}

package io.framewire.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails every test class that lost a frame. Found by JUnit through the service loader, so it is on
 * wherever these tests' jar is on the class path. A test that loses frames on purpose says so with
 * {@link #forgive}.
 */
public final class LeakCheckExtension implements BeforeAllCallback, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(LeakCheckExtension.class);
  private static final ThreadLocal<LeakCheck> CURRENT = new ThreadLocal<>();

  /** For the service loader. */
  public LeakCheckExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    LeakCheck check = new LeakCheck();
    context.getStore(NAMESPACE).put(context.getRequiredTestClass(), check);
    CURRENT.set(check);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    LeakCheck check =
        context.getStore(NAMESPACE).get(context.getRequiredTestClass(), LeakCheck.class);
    if (CURRENT.get() == check) {
      CURRENT.remove();
    }
    check.requireNone();
  }

  /** The running test class lost frames on purpose. */
  public static void forgive() {
    LeakCheck check = CURRENT.get();
    if (check == null) {
      throw new IllegalStateException("no test class of this thread is being watched for leaks");
    }
    check.forgive();
  }
}

package io.framewire.transport.zmq;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;

/** Makes the threads of a context ours: their name, that none keeps the program alive, the log. */
final class ZmqThreads {
  private static final Logger LOG = LoggerFactory.getLogger(ZmqThreads.class);

  private ZmqThreads() {}

  /** A context of one I/O thread. */
  static ZMQ.Context context() {
    ZMQ.Context context = ZMQ.context(1);
    context.setThreadFactor(ZmqThreads::make);
    // a peer's malformed command comes here, which JeroMQ would print
    context.setNotificationExceptionHandler(
        (thread, failure) -> LOG.debug("JeroMQ could not handle what a peer sent", failure));
    return context;
  }

  static Thread start(Runnable task, String name) {
    Thread thread = make(task, name);
    thread.start();
    return thread;
  }

  /** One of those between JeroMQ and a Unix socket. */
  static Thread startBridge(Runnable task, String name) {
    Thread thread = named(task, "framewire-ipc-" + name);
    thread.start();
    return thread;
  }

  private static Thread make(Runnable task, String name) {
    return named(task, "framewire-zmq-" + name);
  }

  private static Thread named(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (failed, failure) -> LOG.error("thread {} failed", failed.getName(), failure));
    return thread;
  }
}

package io.ratel.adapters.venue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Runs what it is given one after the other on a virtual thread. It needs no bound of its own: a
 * socket gives one frame and asks for the next when that is done, a request has one answer, and
 * alarms are few.
 */
final class Mailbox implements Executor, AutoCloseable {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Consumer<RuntimeException> onFailure;
  private final Thread thread;
  private volatile boolean closed;

  Mailbox(String name, Consumer<RuntimeException> onFailure) {
    this.onFailure = onFailure;
    this.thread = Thread.ofVirtual().name(name).start(this::run);
  }

  /** Takes the task, or drops it when the mailbox is closed. */
  @Override
  public void execute(Runnable task) {
    if (!closed) {
      tasks.add(task);
    }
  }

  private void run() {
    while (!closed) {
      try {
        tasks.take().run();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!closed) {
          onFailure.accept(e);
        }
      }
    }
  }

  /** Interrupts the task that runs, if any, and waits for its end. Not from a task. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tasks.clear();
  }
}

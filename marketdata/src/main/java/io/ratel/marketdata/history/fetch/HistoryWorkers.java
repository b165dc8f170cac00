package io.ratel.marketdata.history.fetch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The workers of one process, each on a virtual thread: one for each venue, so that a slow venue
 * holds up nobody else's work. They sleep until they are woken.
 */
public final class HistoryWorkers implements AutoCloseable {
  private final List<Semaphore> bells = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Consumer<Throwable> faults;
  private volatile boolean closed;

  /**
   * Starts them.
   *
   * @param taker unlike that of any other process
   * @param faults told what went wrong inside
   */
  public HistoryWorkers(
      String taker,
      Collection<? extends HistoryFetcher> fetchers,
      HistoryWorker.Parts parts,
      Consumer<Throwable> faults) {
    this.faults = faults;
    for (HistoryFetcher fetcher : fetchers) {
      HistoryWorker worker = new HistoryWorker(taker, fetcher, parts, faults);
      Semaphore bell = new Semaphore(1); // what an earlier process left is looked for at once
      bells.add(bell);
      threads.add(
          Thread.ofVirtual().name("history-" + fetcher.venue()).start(() -> run(worker, bell)));
    }
  }

  private void run(HistoryWorker worker, Semaphore bell) {
    try {
      while (!closed) {
        bell.acquire();
        bell.drainPermits();
        try {
          while (!closed && worker.work()) {
            // on to the next
          }
        } catch (RuntimeException e) {
          faults.accept(e); // the database is away; the next bell comes when it is back
        }
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  /** There may be work. */
  public void wake() {
    bells.forEach(
        bell -> {
          if (bell.availablePermits() == 0) {
            bell.release();
          }
        });
  }

  /** Stops; an item that is being done is left to whoever takes it when its lease has ended. */
  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

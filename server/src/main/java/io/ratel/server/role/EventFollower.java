package io.ratel.server.role;

import io.ratel.exchange.EventLog;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the exchange's events to a reader on a thread of its own, and goes on after a failure. */
final class EventFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);
  private static final long AWAIT_NS = 10_000_000;
  private static final long RETRY_NS = 500_000_000;
  private static final long STOP_MS = 5_000;
  private static final int EVENTS = 2_000;

  private final EventLog log;
  private final EventLog.EventHandler handler;
  private final Runnable afterEach;
  private final Thread thread;
  private volatile long sequence;
  private volatile boolean closing;

  /**
   * Starts to follow.
   *
   * @param from the last event that the reader has
   * @param afterEach called after every handful of events and before every wait
   */
  EventFollower(
      String name, EventLog log, long from, EventLog.EventHandler handler, Runnable afterEach) {
    this.log = log;
    this.handler = handler;
    this.afterEach = afterEach;
    this.sequence = from;
    this.thread = Thread.ofPlatform().name(name).start(this::run);
  }

  /** The last event handed over. */
  long sequence() {
    return sequence;
  }

  private void run() {
    boolean said = false;
    while (!closing) {
      try (EventLog.Reader reader = log.follow(sequence)) {
        while (!closing) {
          int handed = reader.poll(this::hand, EVENTS);
          afterEach.run();
          if (handed == 0) {
            reader.await(AWAIT_NS);
          } else {
            said = false;
          }
        }
      } catch (RuntimeException e) {
        if (!said && !closing) {
          LOG.atWarn()
              .setCause(e)
              .addKeyValue("sequence", sequence)
              .log("{} waits for the exchange's events", Thread.currentThread().getName());
        }
        said = true;
        LockSupport.parkNanos(RETRY_NS);
      }
    }
  }

  private void hand(long eventSequence, long timestampNs, io.ratel.exchange.event.Event event) {
    handler.onEvent(eventSequence, timestampNs, event);
    sequence = eventSequence;
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

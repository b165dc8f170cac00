package io.ratel.exchange;

import io.ratel.exchange.event.Event;

/** The way out: the exchange's recorded events, readable from any retained sequence. */
public interface EventLog {
  /**
   * Opens a reader that starts with the event {@code afterSequence + 1}; 0 starts at the beginning.
   * Nothing is skipped and nothing comes twice.
   */
  Reader follow(long afterSequence);

  /** A place in the log. Not safe for threads: one thread polls and closes. */
  interface Reader extends AutoCloseable {
    /**
     * Hands over what has been recorded since, oldest first.
     *
     * @param limit roughly how many events at most; a block is never cut
     * @return how many events were handed over
     * @throws RuntimeException what the handler threw; the events that one command caused then come
     *     again, from the first of them
     */
    int poll(EventHandler handler, int limit);

    /** Parks until something may have been recorded or the time is over. */
    void await(long timeoutNs);

    @Override
    void close();
  }

  /** Receives one event. */
  @FunctionalInterface
  interface EventHandler {
    /**
     * @param sequence the event's number, one more than the event's before
     * @param timestampNs when the exchange applied the command, nanoseconds since 1970 UTC
     */
    void onEvent(long sequence, long timestampNs, Event event);
  }
}

package io.ratel.exchange.view;

import io.ratel.exchange.event.Event;
import java.util.List;

/** The tables that events are flushed into. One thread writes. */
public interface Projection {
  /** An event with its number and time. */
  record Entry(long sequence, long timestampNs, Event event) {}

  /** The last event that is in the tables, 0 when none is. */
  long sequence();

  /**
   * Writes a batch and its last sequence in one transaction: all of it or none.
   *
   * @param batch gapless, its first sequence is {@link #sequence()} + 1
   * @throws RuntimeException when the database did not take it or did not say; read {@link
   *     #sequence()} again before the next try
   */
  void write(List<Entry> batch);

  /** Empties the tables, so that sequence 0 is the last written. */
  void clear();
}

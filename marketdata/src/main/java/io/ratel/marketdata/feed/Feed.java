package io.ratel.marketdata.feed;

import io.ratel.model.instrument.Symbol;
import java.util.Set;

/**
 * A source of market data that runs until it is closed. What goes wrong outside (no network, a
 * venue that refuses, rubbish) is no exception but part of its {@link #status}. Safe for any
 * thread.
 */
public interface Feed extends AutoCloseable {
  /** The venue, as it stands before the colon of its symbols. */
  String name();

  /** What speaks on the other side, such as {@code binance}. */
  String kind();

  /** The markets it was asked to follow. */
  Set<Symbol> symbols();

  /** Begins; returns at once, whether or not the other side can be reached. Once. */
  void start();

  FeedStatus status();

  /** Stops at once, waits for what is being handed over, and gives back what it holds. */
  @Override
  void close();
}

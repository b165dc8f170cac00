package io.ratel.gateway.topic;

import io.ratel.gateway.topic.past.Past;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** Makes the topics of markets. Safe for any thread. */
public interface MarketTopics extends AutoCloseable {
  /** Trades and events that a topic keeps. */
  int NEWEST = 50;

  /** Bars that a topic keeps. */
  int BARS = 300;

  /**
   * A topic that is not open yet.
   *
   * @param name of a market
   * @param onChange see {@link Topic}
   */
  Topic make(TopicName name, Runnable onChange);

  /**
   * What a topic of trades or bars had from a moment on.
   *
   * @param name of a topic that is open
   */
  Past past(TopicName name, long fromNs);

  /** Every market that there is something to tell of; may block. */
  List<Market> markets();

  /** The price that values what is held, if it is known here; never blocks. */
  Optional<BigDecimal> mark(Symbol symbol);

  /**
   * Closes of a market's newest bars, by the nanoseconds since 1970 at which they start; empty
   * where none are known; may block.
   */
  NavigableMap<Long, Double> closes(Symbol symbol, Interval interval, int newest);

  /**
   * Tells of what may change a market's mark, where marks are known, until it is closed.
   *
   * @param told returns at once
   */
  Followed follow(Set<Symbol> symbols, Runnable told);

  /** Ends a {@link #follow}. */
  interface Followed extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  void close();
}

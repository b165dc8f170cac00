package io.ratel.gateway.topic;

import io.ratel.gateway.topic.past.Past;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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

  @Override
  void close();
}

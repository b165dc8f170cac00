package io.ratel.gateway.topic;

import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.market.Interval;
import java.time.InstantSource;

/** Makes topics by name, on the sources they follow. */
public final class Topics implements AutoCloseable {
  private final TradingViews trading;
  private final MarketViews markets;
  private final Catalog catalog;
  private final InstantSource clock;
  private final MarketChanges marketChanges = new MarketChanges();
  private final AccountChanges accountChanges = new AccountChanges(this::listed);
  private final MarketViews.Subscription subscription;

  public Topics(TradingViews trading, MarketViews markets, Catalog catalog, InstantSource clock) {
    this.trading = trading;
    this.markets = markets;
    this.catalog = catalog;
    this.clock = clock;
    this.subscription = markets.listen(marketChanges);
  }

  /** Where the exchange's events are handed over. */
  public AccountChanges accountChanges() {
    return accountChanges;
  }

  /**
   * A topic that is not open yet.
   *
   * @param onChange see {@link Topic}
   */
  public Topic make(TopicName name, Runnable onChange) {
    return switch (name.channel()) {
      case BOOK -> new BookTopic(name, onChange, markets, marketChanges, clock);
      case QUOTE -> new QuoteTopic(name, onChange, markets, marketChanges, clock);
      case TRADES -> new TradesTopic(name, onChange, markets, marketChanges);
      case BARS_1S -> new BarsTopic(name, onChange, Interval.SECOND, markets, marketChanges);
      case BARS_1M -> new BarsTopic(name, onChange, Interval.MINUTE, markets, marketChanges);
      case BARS_5M -> new BarsTopic(name, onChange, Interval.FIVE_MINUTES, markets, marketChanges);
      case BARS_1H -> new BarsTopic(name, onChange, Interval.HOUR, markets, marketChanges);
      case BARS_1D -> new BarsTopic(name, onChange, Interval.DAY, markets, marketChanges);
      case EVENTS -> new EventsTopic(name, onChange, markets, marketChanges);
      case ORDERS -> new OrdersTopic(name, onChange, trading, accountChanges, catalog);
      case PORTFOLIO ->
          new PortfolioTopic(name, onChange, trading, accountChanges, catalog, markets);
    };
  }

  /** Learns a new instrument before its first trade needs it. */
  private void listed(long sequence) {
    Thread.ofVirtual()
        .name("catalog")
        .start(
            () -> {
              trading.await(sequence, AccountTopic.WAIT_MS);
              catalog.instruments();
            });
  }

  @Override
  public void close() {
    subscription.close();
  }
}

package io.ratel.gateway.topic;

import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.catalog.Catalog;

/** Makes topics by name, on the sources they follow. */
public final class Topics {
  private final TradingViews trading;
  private final AccountViews accounts;
  private final MarketTopics markets;
  private final Catalog catalog;
  private final AccountChanges accountChanges = new AccountChanges(this::listed);

  public Topics(
      TradingViews trading, AccountViews accounts, MarketTopics markets, Catalog catalog) {
    this.trading = trading;
    this.accounts = accounts;
    this.markets = markets;
    this.catalog = catalog;
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
      case ORDERS -> new OrdersTopic(name, onChange, trading, accountChanges, catalog);
      case ACCOUNT_EVENTS ->
          new AccountEventsTopic(name, onChange, trading, accounts, accountChanges, catalog);
      case PORTFOLIO ->
          new PortfolioTopic(name, onChange, trading, accountChanges, catalog, markets::mark);
      default -> markets.make(name, onChange);
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
}

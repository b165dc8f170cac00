package io.ratel.gateway.topic;

import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.alert.WireFiring;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.history.HistoryNews;
import io.ratel.gateway.history.HistoryTopic;
import io.ratel.gateway.topic.account.AccountChanges;
import io.ratel.gateway.topic.account.AccountEventsTopic;
import io.ratel.gateway.topic.account.OrdersTopic;
import io.ratel.gateway.topic.account.PortfolioTopic;
import io.ratel.gateway.topic.account.RiskTopic;
import io.ratel.gateway.topic.past.Past;
import io.ratel.marketdata.alert.AlertStore;
import io.ratel.marketdata.history.fetch.HistoryWork;
import io.ratel.model.instrument.Symbol;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes topics by name, on the sources they follow. */
public final class Topics {
  private static final int MAX_FIRINGS_WAITING = 500;
  private static final long WAIT_MS = 5_000;

  private final TradingViews trading;
  private final AccountViews accounts;
  private final MarketTopics markets;
  private final Catalog catalog;
  private final AlertStore alerts;
  private final HistoryWork history;
  private final InstantSource clock;
  private final AlertNews alertNews = new AlertNews();
  private final HistoryNews historyNews = new HistoryNews();
  private final AccountChanges accountChanges = new AccountChanges(this::listed);

  public Topics(
      TradingViews trading,
      AccountViews accounts,
      MarketTopics markets,
      AlertStore alerts,
      HistoryWork history,
      Catalog catalog,
      InstantSource clock) {
    this.trading = trading;
    this.accounts = accounts;
    this.markets = markets;
    this.alerts = alerts;
    this.history = history;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Where the exchange's events are handed over. */
  public AccountChanges accountChanges() {
    return accountChanges;
  }

  /** Where what fired is handed over. */
  public AlertNews alertNews() {
    return alertNews;
  }

  /** Where it is handed over what became of requests for history. */
  public HistoryNews historyNews() {
    return historyNews;
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
      case RISK ->
          new RiskTopic(name, onChange, trading, accountChanges, catalog, accounts, markets, clock);
      case ALERTS -> alerts(name, onChange);
      case HISTORY_READY -> new HistoryTopic(name, onChange, historyNews, history::find);
      default -> markets.make(name, onChange);
    };
  }

  /** See {@link MarketTopics#past}. */
  public Past past(TopicName name, long fromNs) {
    return markets.past(name, fromNs);
  }

  /** All that a pattern may mean: every instrument and every venue's market. May block. */
  public Set<Symbol> symbols() {
    Set<Symbol> symbols = new LinkedHashSet<>();
    catalog.instruments().forEach(instrument -> symbols.add(instrument.symbol()));
    catalog.venueMarkets().forEach(market -> symbols.add(market.symbol()));
    return symbols;
  }

  private Topic alerts(TopicName name, Runnable onChange) {
    long userId = Long.parseLong(name.subject());
    return new NewestTopic<>(
        name,
        onChange,
        MAX_FIRINGS_WAITING,
        userId,
        alertNews.users,
        () -> alerts.newest(userId, MarketTopics.NEWEST),
        firing -> Long.toString(firing.id()),
        WireFiring::of);
  }

  /** Learns a new instrument before its first trade needs it. */
  private void listed(long sequence) {
    Thread.ofVirtual()
        .name("catalog")
        .start(
            () -> {
              trading.await(sequence, WAIT_MS);
              catalog.instruments();
            });
  }
}

package io.ratel.gateway.venue;

import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.instrument.TradingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Settings, account events and the one market, as a test sets them. */
public final class FakeAccounts implements AccountViews {
  public volatile MarketTerms terms = MarketTerms.of(1_000, 2_000);
  public volatile TradingState state = TradingState.OPEN;
  public volatile long mark;
  private final Map<Long, AccountView> accounts = new ConcurrentHashMap<>();
  private final Map<Long, Map<Long, Long>> units = new ConcurrentHashMap<>();
  private final List<AccountEvent> events = new ArrayList<>();

  public void set(AccountView account) {
    accounts.put(account.id(), account);
  }

  public synchronized void happened(AccountEvent event) {
    events.addFirst(event);
  }

  @Override
  public Optional<AccountView> account(long accountId) {
    return Optional.of(
        accounts.computeIfAbsent(
            accountId,
            id -> new AccountView(id, 0, AccountConfig.CASH, AccountLimits.NONE, false)));
  }

  /** What somebody has of a pool. */
  public void holds(long poolAccountId, long memberAccountId, long units) {
    this.units
        .computeIfAbsent(poolAccountId, id -> new ConcurrentHashMap<>())
        .put(memberAccountId, units);
  }

  @Override
  public Map<Long, Long> units(long poolAccountId) {
    return Map.copyOf(units.getOrDefault(poolAccountId, Map.of()));
  }

  @Override
  public List<MarketView> markets() {
    return List.of(new MarketView(FakeExchange.BTC_USD, state, terms, mark, false));
  }

  @Override
  public synchronized Page<AccountEvent> events(
      long accountId, Instant since, Optional<Long> before, int limit) {
    List<AccountEvent> found =
        events.stream()
            .filter(e -> e.accountId() == accountId)
            .filter(e -> before.map(b -> e.sequence() < b).orElse(true))
            .filter(e -> !Instant.ofEpochSecond(0, e.timestampNs()).isBefore(since))
            .toList();
    List<AccountEvent> page = found.stream().limit(limit).toList();
    return new Page<>(
        page,
        page.size() < found.size() ? Optional.of(page.getLast().sequence()) : Optional.empty());
  }
}

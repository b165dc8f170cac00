package io.ratel.exchange.view;

import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.TradingState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How accounts are set, what their positions lived through, and how markets stand, as the
 * projection has them. Safe for any thread; calls may block.
 */
public interface AccountViews {
  /**
   * An account's settings.
   *
   * @param parentId 0 when it is an account of its own
   */
  record AccountView(
      long id, long parentId, AccountConfig config, AccountLimits limits, boolean killed) {}

  /**
   * A market as its operator and its prices have left it.
   *
   * @param mark in ticks, 0 while there is none
   */
  record MarketView(
      Instrument instrument, TradingState state, MarketTerms terms, long mark, boolean killed) {}

  /** An account's settings; empty when there is no such account. */
  Optional<AccountView> account(long accountId);

  /** All markets of the exchange, by id. */
  List<MarketView> markets();

  /**
   * Who has units of a pool: how many, by the numbers of accounts; without those that have none.
   */
  Map<Long, Long> units(long poolAccountId);

  /** What happened to an account since, newest first, below the event {@code before}. */
  TradingViews.Page<AccountEvent> events(
      long accountId, Instant since, Optional<Long> before, int limit);
}

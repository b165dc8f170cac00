package io.ratel.gateway.risk;

import io.ratel.exchange.view.AccountViews.MarketView;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.model.instrument.Symbol;
import io.ratel.quant.portfolio.LiveRisk;
import io.ratel.quant.portfolio.Stakes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The risk of one account as it lives. For one thread. */
public final class AccountRisk {
  /** What is computed where nobody says otherwise. */
  public static final double CONFIDENCE = 0.99;

  private final long accountId;
  private final RiskSource source;
  private final List<MarketView> markets;
  private final LiveRisk live;
  private Stakes stakes;

  /** Reads the past of what is at stake; may block. */
  public AccountRisk(
      long accountId,
      RiskSource source,
      Collection<BalanceView> balances,
      Collection<PositionView> positions) {
    this.accountId = accountId;
    this.source = source;
    this.markets = source.markets();
    this.stakes = Stakes.of(balances, positions, markets);
    this.live = source.read(stakes);
  }

  /**
   * Balances and positions are these from now on; never blocks.
   *
   * @return false when something is held whose past was not read
   */
  public boolean hold(Collection<BalanceView> balances, Collection<PositionView> positions) {
    stakes = Stakes.of(balances, positions, markets);
    return live.hold(stakes.units());
  }

  /** The markets that it hangs on. */
  public List<Symbol> symbols() {
    return live.symbols();
  }

  /** At the marks of now; never blocks. */
  public WireRisk now(Instant time, double confidence) {
    source.mark(live);
    return WireRisk.of(accountId, time, stakes, live.figures(confidence), live.bar());
  }
}

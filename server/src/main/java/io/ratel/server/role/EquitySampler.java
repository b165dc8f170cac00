package io.ratel.server.role;

import io.ratel.adapters.postgres.PostgresEquity;
import io.ratel.exchange.view.EquityHistory;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Values the users' accounts every five minutes, at the marks of our own markets. */
public final class EquitySampler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EquitySampler.class);
  private static final long FIRST_S = 5;
  private static final long EVERY_S = 300;

  private final PostgresEquity equity;
  private final TradingViews trading;
  private final MarketViews markets;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("equity").factory());

  /** Starts to sample. */
  public EquitySampler(PostgresEquity equity, TradingViews trading, MarketViews markets) {
    this.equity = equity;
    this.trading = trading;
    this.markets = markets;
    clock.scheduleWithFixedDelay(this::sample, FIRST_S, EVERY_S, TimeUnit.SECONDS);
  }

  private void sample() {
    try {
      Map<String, Symbol> valuing = new HashMap<>();
      for (Instrument instrument : trading.instruments()) {
        if (instrument.quote().code().equals(EquityHistory.UNIT)) {
          valuing.putIfAbsent(instrument.base().code(), instrument.symbol());
        }
      }
      equity.sample(Times.nanos(Instant.now()), asset -> price(valuing, asset));
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("the accounts could not be valued");
    }
  }

  private Optional<BigDecimal> price(Map<String, Symbol> valuing, String asset) {
    return Optional.ofNullable(valuing.get(asset)).flatMap(markets::mark);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

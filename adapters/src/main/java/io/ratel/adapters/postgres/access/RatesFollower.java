package io.ratel.adapters.postgres.access;

import io.ratel.security.rate.CurrentRates;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node's rates as the tables have them: reads the dozen rows twice a second. While they
 * cannot be read, what held goes on to hold.
 */
public final class RatesFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RatesFollower.class);
  private static final long EVERY_MS = 500;

  private final CurrentRates rates;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("rates").daemon().factory());
  private boolean failing;

  /** Reads what there is before it returns, and follows from then on. */
  public RatesFollower(CurrentRates rates) {
    this.rates = rates;
    rates.read();
    clock.scheduleWithFixedDelay(this::read, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void read() {
    try {
      rates.read();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.atWarn().setCause(e).log("rates cannot be read: those that hold go on to hold");
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

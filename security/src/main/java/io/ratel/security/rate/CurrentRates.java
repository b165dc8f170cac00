package io.ratel.security.rate;

import io.ratel.security.audit.Act;
import java.util.List;
import java.util.function.BiFunction;

/** The rates that hold on this node now. Safe for any thread. */
public final class CurrentRates {
  private final RatesStore store;
  private final Rates otherwise;
  private volatile Rates rates;

  /**
   * @param otherwise what holds where nothing was set
   */
  public CurrentRates(RatesStore store, Rates otherwise) {
    this.store = store;
    this.otherwise = otherwise;
    this.rates = otherwise;
  }

  public Rates get() {
    return rates;
  }

  /** Looks at the store; when that throws, what held goes on to hold. */
  public synchronized void read() {
    rates = store.read(otherwise);
  }

  /** Changes some for all nodes; here they hold when this returns. */
  public synchronized Rates change(
      List<RatesStore.Change> changes, BiFunction<Rates, Rates, Act> act) {
    rates = store.write(otherwise, changes, act);
    return rates;
  }
}

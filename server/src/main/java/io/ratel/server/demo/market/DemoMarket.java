package io.ratel.server.demo.market;

import io.ratel.exchange.command.Command.ListAsset;
import io.ratel.exchange.command.Command.ListInstrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;

/**
 * One market of the demo: its terms, and how its price behaves.
 *
 * @param price at which it opens, in the quote asset
 * @param volatility of a day, as a fraction
 * @param quantity a usual order's, in the base asset
 */
public record DemoMarket(
    ListInstrument terms, int baseScale, double price, double volatility, double quantity) {
  private static final int MAKER_PPM = 200;
  private static final int TAKER_PPM = 500;
  private static final int COLLAR_PPM = 50_000;

  static DemoMarket of(
      String symbol,
      InstrumentKind kind,
      String base,
      int scale,
      String tick,
      String lot,
      double price,
      double volatility,
      double quantity) {
    return new DemoMarket(
        new ListInstrument(
            symbol,
            kind,
            base,
            "USD",
            Step.of(tick),
            Step.of(lot),
            MAKER_PPM,
            TAKER_PPM,
            COLLAR_PPM),
        scale,
        price,
        volatility,
        quantity);
  }

  public String symbol() {
    return terms.symbol();
  }

  public ListAsset base() {
    return new ListAsset(terms.base(), baseScale);
  }

  /** One tick in the quote asset. */
  public double tick() {
    return terms.tick().units() / Math.pow(10, terms.tick().scale());
  }

  /** One lot in the base asset. */
  public double lot() {
    return terms.lot().units() / Math.pow(10, terms.lot().scale());
  }

  /** The nearest tick to a price, at least one. */
  public long ticks(double value) {
    return Math.max(1, Math.round(value / tick()));
  }

  /** The nearest number of lots to a quantity, at least one. */
  public long lots(double value) {
    return Math.max(1, Math.round(value / lot()));
  }

  /** Lots of so many usual orders, at least one. */
  public long usual(double orders) {
    return lots(quantity * orders);
  }

  /** What a lot of one tick is worth, in the quote asset. */
  public double unit() {
    return tick() * lot();
  }

  /** A base amount's minor units in one lot. */
  public long lotUnits() {
    return terms.lot().units() * Math.round(Math.pow(10, baseScale - terms.lot().scale()));
  }
}

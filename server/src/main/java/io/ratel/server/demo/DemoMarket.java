package io.ratel.server.demo;

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
record DemoMarket(
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

  ListAsset base() {
    return new ListAsset(terms.base(), baseScale);
  }

  /** The nearest tick to a price, at least one. */
  long ticks(double value) {
    Step tick = terms.tick();
    return Math.max(1, Math.round(value * Math.pow(10, tick.scale()) / tick.units()));
  }

  /** The nearest number of lots to a quantity, at least one. */
  long lots(double value) {
    Step lot = terms.lot();
    return Math.max(1, Math.round(value * Math.pow(10, lot.scale()) / lot.units()));
  }
}

package io.ratel.server.demo;

import io.ratel.exchange.command.Command.ListAsset;
import io.ratel.exchange.command.Command.ListInstrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import java.util.List;

/**
 * One market of the demo: its terms, and how its price behaves.
 *
 * @param price at which it opens, in the quote asset
 * @param volatility of a day, as a fraction
 * @param quantity a usual order's, in the base asset
 */
record DemoMarket(ListInstrument terms, int baseScale, double price, double volatility, double quantity) {
  private static final int MAKER_PPM = 200;
  private static final int TAKER_PPM = 500;
  private static final int COLLAR_PPM = 50_000;

  static final List<DemoMarket> ALL =
      List.of(
          of("BTC-USD", InstrumentKind.SPOT, "BTC", 8, "0.01", "0.00001", 97_250, 0.030, 0.08),
          of("ETH-USD", InstrumentKind.SPOT, "ETH", 8, "0.01", "0.0001", 3_380, 0.036, 1.6),
          of("ACME", InstrumentKind.SHARE, "ACME", 0, "0.01", "1", 184.20, 0.016, 60),
          of("GLOBEX", InstrumentKind.SHARE, "GLOBEX", 0, "0.01", "1", 52.75, 0.021, 140),
          of("BTC-USD-FUT", InstrumentKind.FUTURE, "BTC-USD-FUT", 3, "0.5", "0.001", 97_900, 0.031, 0.2),
          of("RATEL-FC", InstrumentKind.SPORTS_SHARE, "RATEL-FC", 0, "0.01", "1", 12.40, 0.060, 200));

  private static DemoMarket of(
      String symbol, InstrumentKind kind, String base, int scale, String tick, String lot,
      double price, double volatility, double quantity) {
    return new DemoMarket(
        new ListInstrument(
            symbol, kind, base, "USD", Step.of(tick), Step.of(lot), MAKER_PPM, TAKER_PPM, COLLAR_PPM),
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

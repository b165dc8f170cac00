package io.ratel.model.instrument;

import io.ratel.model.money.Asset;
import io.ratel.model.money.FixedPoint;

/**
 * One market of the exchange. Prices are ticks, quantities lots, values minor units of the quote
 * asset; {@link #unitValue()} and {@link #unitBase()} are what make the three meet without
 * rounding.
 *
 * @param id position in the exchange's list of instruments, from 0
 * @param makerFeePpm fee of the resting side in millionths of the value, 0 to 100,000
 * @param takerFeePpm fee of the incoming side in millionths of the value, 0 to 100,000
 * @param collarPpm how far through the best price a market order may trade, in millionths
 * @param multiplier of the base asset in one contract
 */
public record Instrument(
    int id,
    Symbol symbol,
    InstrumentKind kind,
    Asset base,
    Asset quote,
    Step tick,
    Step lot,
    int makerFeePpm,
    int takerFeePpm,
    int collarPpm,
    Step multiplier) {
  /** One contract is one of the base. */
  public static final Step ONE = new Step(1, 0);

  /** Fees above a tenth of the value are taken for a mistake. */
  public static final int MAX_FEE_PPM = 100_000;

  public Instrument {
    requireFee("makerFeePpm", makerFeePpm);
    requireFee("takerFeePpm", takerFeePpm);
    if (collarPpm <= 0 || collarPpm > 1_000_000) {
      throw new IllegalArgumentException("collarPpm must be 1 to 1,000,000, was " + collarPpm);
    }
    if (base.equals(quote)) {
      throw new IllegalArgumentException("base and quote must differ, both are " + base.code());
    }
    unitValue(tick, lot, multiplier, quote);
    unitBase(lot, multiplier, base);
  }

  /** An instrument whose contract is one of the base. */
  public Instrument(
      int id,
      Symbol symbol,
      InstrumentKind kind,
      Asset base,
      Asset quote,
      Step tick,
      Step lot,
      int makerFeePpm,
      int takerFeePpm,
      int collarPpm) {
    this(id, symbol, kind, base, quote, tick, lot, makerFeePpm, takerFeePpm, collarPpm, ONE);
  }

  /** The same under another name. */
  public Instrument renamed(Symbol to) {
    return new Instrument(
        id, to, kind, base, quote, tick, lot, makerFeePpm, takerFeePpm, collarPpm, multiplier);
  }

  private static void requireFee(String name, int ppm) {
    if (ppm < 0 || ppm > MAX_FEE_PPM) {
      throw new IllegalArgumentException(name + " must be 0 to " + MAX_FEE_PPM + ", was " + ppm);
    }
  }

  private static long unit(String what, long units, int scale, Asset asset) {
    int shift = asset.scale() - scale;
    if (shift >= 0) {
      return Math.multiplyExact(units, FixedPoint.powerOfTen(shift));
    }
    long divisor = FixedPoint.powerOfTen(-shift);
    if (units % divisor != 0) {
      throw new IllegalArgumentException(
          what + " must be a whole number of minor units of " + asset.code());
    }
    return units / divisor;
  }

  /** Minor units of the quote asset in one lot at a price of one tick. */
  public long unitValue() {
    return unitValue(tick, lot, multiplier, quote);
  }

  private static long unitValue(Step tick, Step lot, Step multiplier, Asset quote) {
    return unit(
        "tick × lot",
        Math.multiplyExact(Math.multiplyExact(tick.units(), lot.units()), multiplier.units()),
        tick.scale() + lot.scale() + multiplier.scale(),
        quote);
  }

  /** Minor units of the base asset in one lot. */
  public long unitBase() {
    return unitBase(lot, multiplier, base);
  }

  private static long unitBase(Step lot, Step multiplier, Asset base) {
    return unit(
        "lot",
        Math.multiplyExact(lot.units(), multiplier.units()),
        lot.scale() + multiplier.scale(),
        base);
  }
}

package io.ratel.adapters.postgres.table;

import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The machine's numbers as the tables' decimals, and back; both ways exact. */
public final class Decimals {
  private Decimals() {}

  public static BigDecimal amount(Asset asset, long minorUnits) {
    return BigDecimal.valueOf(minorUnits, asset.scale());
  }

  public static long minorUnits(Asset asset, BigDecimal amount) {
    return amount.setScale(asset.scale()).unscaledValue().longValueExact();
  }

  public static BigDecimal steps(Step step, long count) {
    return new BigDecimal(
        BigInteger.valueOf(step.units()).multiply(BigInteger.valueOf(count)), step.scale());
  }

  public static long count(Step step, BigDecimal value) {
    return value
        .setScale(step.scale())
        .unscaledValue()
        .divide(BigInteger.valueOf(step.units()))
        .longValueExact();
  }

  /** Ticks times lots as price times quantity. */
  public static BigDecimal turnover(Instrument instrument, long ticksLots) {
    return steps(instrument.tick(), ticksLots).multiply(steps(instrument.lot(), 1));
  }

  public static long ticksLots(Instrument instrument, BigDecimal turnover) {
    return turnover
        .divideToIntegralValue(steps(instrument.tick(), 1).multiply(steps(instrument.lot(), 1)))
        .longValueExact();
  }

  public static Step step(BigDecimal size) {
    return Step.of(size.toPlainString());
  }

  /** Millionths as a fraction. */
  public static BigDecimal fraction(int ppm) {
    return BigDecimal.valueOf(ppm, 6);
  }

  public static int ppm(BigDecimal fraction) {
    return fraction.movePointRight(6).intValueExact();
  }

  public static long nanos(OffsetDateTime time) {
    return Math.addExact(Math.multiplyExact(time.toEpochSecond(), 1_000_000_000L), time.getNano());
  }

  public static OffsetDateTime time(long nanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
        .atOffset(ZoneOffset.UTC);
  }
}

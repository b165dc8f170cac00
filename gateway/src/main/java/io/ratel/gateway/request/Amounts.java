package io.ratel.gateway.request;

import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.model.instrument.Step;
import io.ratel.model.money.Asset;
import io.ratel.model.money.FixedPoint;
import java.util.Optional;

/** Decimals as the exchange counts them. Each method refuses with 422 what is none. */
public final class Amounts {
  private static final Step MILLIONTH = new Step(1, 6);

  private Amounts() {}

  /** A decimal as a positive number of steps. */
  public static long steps(ErrorCode code, String field, Step step, Decimal decimal) {
    return positive(code, field, decimal, anySteps(code, field, step, decimal));
  }

  private static long anySteps(ErrorCode code, String field, Step step, Decimal decimal) {
    try {
      return step.parse(decimal.text());
    } catch (NumberFormatException e) {
      throw RefusedException.value(code, field, decimal.text(), String.valueOf(e.getMessage()));
    }
  }

  private static long positive(ErrorCode code, String field, Decimal decimal, long value) {
    if (value <= 0) {
      throw RefusedException.value(code, field, decimal.text(), "must be positive");
    }
    return value;
  }

  /** A decimal as minor units of an asset, not negative. */
  public static long minorUnits(ErrorCode code, String field, Asset asset, Decimal decimal) {
    long amount;
    try {
      amount = FixedPoint.parse(decimal.text(), asset.scale());
    } catch (NumberFormatException e) {
      throw RefusedException.value(code, field, decimal.text(), String.valueOf(e.getMessage()));
    }
    if (amount < 0) {
      throw RefusedException.value(code, field, decimal.text(), "must not be negative");
    }
    return amount;
  }

  /** So many minor units for each {@code per}, a power of ten. */
  public record Rate(long amount, long per) {}

  /**
   * A decimal as minor units of an asset, not negative, that may have more digits than the asset.
   *
   * @param digits how many more at most
   */
  public static Rate rate(ErrorCode code, String field, Asset asset, Decimal decimal, int digits) {
    int point = decimal.text().indexOf('.');
    int after = point < 0 ? 0 : decimal.text().length() - point - 1;
    int more = Math.clamp(after - asset.scale(), 0, digits);
    Asset finer = new Asset(asset.id(), asset.code(), asset.scale() + more);
    return new Rate(minorUnits(code, field, finer, decimal), Math.round(Math.pow(10, more)));
  }

  /** As {@link #minorUnits}, and positive. */
  public static long amount(ErrorCode code, String field, Asset asset, Decimal decimal) {
    return positive(code, field, decimal, minorUnits(code, field, asset, decimal));
  }

  /** A fraction such as {@code 0.001} as millionths, of either sign. */
  public static int ppm(ErrorCode code, String field, Decimal fraction) {
    long ppm = anySteps(code, field, MILLIONTH, fraction);
    if (Math.abs(ppm) > 1_000_000) {
      throw RefusedException.value(code, field, fraction.text(), "must lie within -1 and 1");
    }
    return (int) ppm;
  }

  /** Refuses a field that does not belong here. */
  public static void refused(ErrorCode code, String field, Optional<Decimal> value, String rule) {
    if (value.isPresent()) {
      throw RefusedException.value(code, field, value.get().text(), rule);
    }
  }
}

package io.ratel.quant.rate.curve;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Choice;
import io.ratel.quant.rate.Compounding;
import java.util.Optional;

/** What a market quotes about a curve. */
record Quoted(
    @Argument("What is quoted.") Kind type,
    @Argument(
            value = "When it ends; the time that it adds to the curve.",
            unit = "years",
            above = 0,
            max = 100)
        double end,
    @Argument(
            value = "When it begins: of a FRA or a future.",
            unit = "years",
            min = 0,
            max = 100,
            preset = "0")
        double start,
    @Argument(
            value = "The rate: simple of a deposit or FRA, of the fixed side of a swap, of a zero.",
            unit = "per year",
            above = -1,
            max = 10)
        Optional<Double> rate,
    @Argument(
            value =
                "The price: of a bond with its coupons, of a zero, or of a future, 100 − 100·rate.",
            above = 0)
        Optional<Double> price,
    @Argument(value = "The coupon of a bond.", unit = "per year", min = 0, max = 10, preset = "0")
        double coupon,
    @Argument(
            value = "Payments per year of a swap's fixed side or a bond.",
            min = 1,
            max = 12,
            preset = "2")
        int frequency,
    @Argument(
            value = "How the rate of a zero is compounded: " + Compounding.LISTED + ".",
            preset = "continuous")
        String compounding,
    @Argument(
            value = "What a future's rate is above the forward.",
            unit = "per year",
            min = -1,
            max = 1,
            preset = "0")
        double convexityAdjustment) {
  /** The kinds of quotes. */
  enum Kind implements Choice {
    DEPOSIT("deposit"),
    FRA("fra"),
    FUTURE("future"),
    SWAP("swap"),
    BOND("bond"),
    ZERO("zero");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  Quoted {
    boolean priced = type == Kind.FUTURE || type == Kind.BOND;
    boolean either = type == Kind.ZERO && price.isPresent() != rate.isPresent();
    if (!either && priced == price.isEmpty()) {
      throw new InvalidArgumentException(
          "instruments.price",
          price.map(Object::toString).orElse(""),
          "must be given for a bond or a future, and only for these, or a zero without rate");
    }
    if (!either && priced == rate.isPresent()) {
      throw new InvalidArgumentException(
          "instruments.rate",
          rate.map(Object::toString).orElse(""),
          "must be given for all but bonds, futures and zeros with a price");
    }
    if (start >= end) {
      throw new InvalidArgumentException(
          "instruments.start", Double.toString(start), "must be below the end, " + end);
    }
  }

  /** What the quote is worth too much or too little on a curve; 0 when the two agree. */
  double error(DiscountCurve curve) {
    return switch (type) {
      case ZERO ->
          curve.discount(end)
              - (price.isPresent()
                  ? price.get() / 100
                  : Compounding.named("instruments.compounding", compounding, 0)
                      .discount(rate.orElseThrow(), end));
      case DEPOSIT, FRA -> simple(curve, rate.orElseThrow());
      case FUTURE -> simple(curve, 1 - price.orElseThrow() / 100 - convexityAdjustment);
      case SWAP ->
          rate.orElseThrow() * annuity(curve) + curve.discount(end) - curve.discount(start);
      case BOND -> coupon * annuity(curve) + curve.discount(end) - price.orElseThrow() / 100;
    };
  }

  private double simple(DiscountCurve curve, double simple) {
    return curve.discount(end) * (1 + simple * (end - start)) - curve.discount(start);
  }

  /** Payments back from the end; the first one covers what is left after the start. */
  private double annuity(DiscountCurve curve) {
    double sum = 0;
    double step = 1.0 / frequency;
    for (int i = 0; ; i++) {
      double time = end - i * step;
      double before = Math.max(start, time - step);
      if (time - start < 1e-9) {
        return sum;
      }
      double accrual = type == Kind.BOND ? step : time - before;
      sum += accrual * curve.discount(time);
    }
  }
}

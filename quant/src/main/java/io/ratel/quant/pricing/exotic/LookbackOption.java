package io.ratel.quant.pricing.exotic;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.Valuation;
import java.util.Optional;

/** An option on the highest or the lowest price. */
record LookbackOption(
    @Argument("The right to buy, or to sell.") OptionType type,
    @Argument(
            value = "The fixed strike; without it the option floats: the strike is the extreme.",
            unit = "price",
            above = 0)
        Optional<Double> strike,
    @Argument(
            value =
                "The lowest price so far, of a floating call or a fixed put; spot when left out.",
            unit = "price",
            above = 0)
        Optional<Double> minimum,
    @Argument(
            value =
                "The highest price so far, of a floating put or a fixed call; spot when left out.",
            unit = "price",
            above = 0)
        Optional<Double> maximum,
    @Argument(value = "The asset's price.", unit = "price", above = 0) double spot,
    @Argument(
            value = "The asset's yield, continuous.",
            unit = "per year",
            min = -10,
            max = 10,
            preset = "0")
        double dividendYield,
    @Argument(value = "The riskless rate, continuous.", unit = "per year", min = -10, max = 10)
        double rate,
    @Argument(value = "The time to expiry.", unit = "years", min = 0, max = 1_000) double years,
    @Argument(
            value = "The standard deviation of the asset's log returns.",
            unit = "per square root of a year",
            above = 0,
            max = 100)
        double volatility,
    @Argument(
            value = "When looking ends, of a floating strike; at expiry when left out.",
            unit = "years",
            above = 0)
        Optional<Double> lookbackEnd,
    @Argument(
            value = "When looking begins, of a fixed strike; now when left out.",
            unit = "years",
            above = 0)
        Optional<Double> lookbackStart,
    @Argument(
            value = "What the extreme is multiplied by, where looking ends before expiry.",
            above = 0,
            max = 1_000,
            preset = "1")
        double level) {

  LookbackOption {
    if (minimum.isPresent() && minimum.get() > spot) {
      throw new InvalidArgumentException(
          "minimum", minimum.get().toString(), "must be at most spot, " + spot);
    }
    if (maximum.isPresent() && maximum.get() < spot) {
      throw new InvalidArgumentException(
          "maximum", maximum.get().toString(), "must be at least spot, " + spot);
    }
    checkPart("lookbackEnd", lookbackEnd, strike.isEmpty(), "floating", years);
    checkPart("lookbackStart", lookbackStart, strike.isPresent(), "fixed", years);
    if (level != 1 && lookbackEnd.isEmpty()) {
      throw new InvalidArgumentException(
          "level", Double.toString(level), "must be 1 without a lookbackEnd");
    }
  }

  private static void checkPart(
      String name, Optional<Double> moment, boolean fits, String kind, double years) {
    if (moment.isPresent() && !fits) {
      throw new InvalidArgumentException(
          name, moment.get().toString(), "must be left out unless the strike is " + kind);
    }
    if (moment.isPresent() && !(moment.get() < years)) {
      throw new InvalidArgumentException(
          name, moment.get().toString(), "must be below years, " + years);
    }
  }

  Valuation value() {
    int sign = type.sign();
    boolean lowest = strike.isEmpty() == (sign > 0);
    double extreme = lowest ? minimum.orElse(spot) : maximum.orElse(spot);
    Valuation.Model model =
        (s, q, r, t, v) -> {
          double now = lowest ? Math.min(extreme, s) : Math.max(extreme, s);
          if (v > 0 && lookbackEnd.isPresent() && lookbackEnd.get() < t) {
            return PartialLookback.floating(sign, now, level, s, q, r, t, v, lookbackEnd.get());
          }
          if (v > 0 && lookbackStart.isPresent() && lookbackStart.get() < t) {
            return PartialLookback.fixed(sign, strike.get(), s, q, r, t, v, lookbackStart.get());
          }
          return strike.isEmpty()
              ? Lookback.floating(sign, now, s, q, r, t, v)
              : Lookback.fixed(sign, strike.get(), now, s, q, r, t, v);
        };
    return Valuation.of(model, spot, dividendYield, rate, years, volatility, spot);
  }
}

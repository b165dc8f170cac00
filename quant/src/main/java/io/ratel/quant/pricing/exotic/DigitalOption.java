package io.ratel.quant.pricing.exotic;

import io.ratel.quant.function.Argument;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.Valuation;

/** An option that pays all or nothing at expiry. */
record DigitalOption(
    @Argument("Whether it pays above the strike, a call, or below it, a put.") OptionType type,
    @Argument(value = "What it pays.", preset = "cash-or-nothing") DigitalKind kind,
    @Argument(
            value = "The amount that a cash-or-nothing option pays.",
            unit = "price",
            min = 0,
            preset = "1")
        double cash,
    @Argument(value = "The price beyond which it pays.", unit = "price", above = 0) double strike,
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
            min = 0,
            max = 100)
        double volatility) {

  Valuation value() {
    int sign = type.sign();
    Valuation.Model model =
        kind == DigitalKind.CASH
            ? (s, q, r, t, v) -> cash * cashOrNothing(sign, strike, s, q, r, t, v)
            : (s, q, r, t, v) -> assetOrNothing(sign, strike, s, q, r, t, v);
    return Valuation.of(model, spot, dividendYield, rate, years, volatility, spot);
  }

  /** One unit of cash if the price ends beyond the strike. */
  static double cashOrNothing(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double deviation = volatility * Math.sqrt(years);
    double log = Math.log(spot / strike) + (rate - dividendYield) * years;
    return Math.exp(-rate * years)
        * probability(sign, log - 0.5 * deviation * deviation, deviation);
  }

  /** The asset if its price ends beyond the strike. */
  static double assetOrNothing(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double deviation = volatility * Math.sqrt(years);
    double log = Math.log(spot / strike) + (rate - dividendYield) * years;
    return spot
        * Math.exp(-dividendYield * years)
        * probability(sign, log + 0.5 * deviation * deviation, deviation);
  }

  /** Exactly at the strike and without chance it does not pay. */
  private static double probability(int sign, double distance, double deviation) {
    if (!(deviation > 0)) {
      return sign * distance > 0 ? 1 : 0;
    }
    return Normal.cumulative(sign * distance / deviation);
  }
}

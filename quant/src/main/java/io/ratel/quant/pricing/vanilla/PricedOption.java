package io.ratel.quant.pricing.vanilla;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Result;
import io.ratel.quant.pricing.OptionType;

/** A European option whose price is known. */
record PricedOption(
    @Argument("The right to buy, or to sell.") OptionType type,
    @Argument(value = "The price at which it may be exercised.", unit = "price", above = 0)
        double strike,
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
    @Argument(value = "The time to expiry.", unit = "years", above = 0, max = 1_000) double years,
    @Argument(value = "The option's price.", unit = "price", min = 0) double price) {

  /** A volatility, and how sure it is. */
  record Implied(
      @Result(value = "The volatility that gives the price.", unit = "per square root of a year")
          double volatility,
      @Result(value = "The price's derivative there.", unit = "per 1.00 of volatility")
          double vega) {}

  Implied implied() {
    double volatility =
        ImpliedVolatility.of(type.sign(), strike, spot, dividendYield, rate, years, price);
    if (Double.isInfinite(volatility)) {
      double asset = spot * Math.exp(-dividendYield * years);
      double cash = strike * Math.exp(-rate * years);
      throw new InvalidArgumentException(
          "price",
          Double.toString(price),
          "must be at least the intrinsic value "
              + Math.max(0, type.sign() * (asset - cash))
              + " and below "
              + (type == OptionType.CALL ? asset : cash));
    }
    double vega =
        BlackScholes.greeks(type.sign(), strike, spot, dividendYield, rate, years, volatility)
            .vega();
    return new Implied(volatility, vega);
  }
}

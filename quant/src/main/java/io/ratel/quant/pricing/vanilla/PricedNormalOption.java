package io.ratel.quant.pricing.vanilla;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.pricing.OptionType;

/** A European option on a forward whose changes are normal, and its price. */
record PricedNormalOption(
    @Argument("The right to buy, or to sell.") OptionType type,
    @Argument(value = "The price at which it may be exercised.", unit = "price") double strike,
    @Argument(value = "The forward's price.", unit = "price") double forward,
    @Argument(
            value = "The riskless rate that discounts, continuous.",
            unit = "per year",
            min = -10,
            max = 10,
            preset = "0")
        double rate,
    @Argument(value = "The time to expiry.", unit = "years", above = 0, max = 1_000) double years,
    @Argument(value = "The option's price.", unit = "price", min = 0) double price) {

  PricedOption.Implied implied() {
    double volatility =
        Bachelier.impliedVolatility(type.sign(), forward, strike, rate, years, price);
    if (Double.isInfinite(volatility)) {
      throw new InvalidArgumentException(
          "price",
          Double.toString(price),
          "must be at least the intrinsic value "
              + Math.exp(-rate * years) * Math.max(0, type.sign() * (forward - strike)));
    }
    return new PricedOption.Implied(
        volatility, Bachelier.greeks(type.sign(), forward, strike, rate, years, volatility).vega());
  }
}

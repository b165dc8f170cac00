package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.function.Argument;
import io.ratel.quant.pricing.OptionType;

/** A European option on a forward whose changes are normal. */
record NormalOption(
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
    @Argument(value = "The time to expiry.", unit = "years", min = 0, max = 1_000) double years,
    @Argument(
            value = "The standard deviation of the forward's changes.",
            unit = "price per square root of a year",
            min = 0)
        double volatility) {
  ForwardGreeks greeks() {
    return Bachelier.greeks(type.sign(), forward, strike, rate, years, volatility);
  }
}

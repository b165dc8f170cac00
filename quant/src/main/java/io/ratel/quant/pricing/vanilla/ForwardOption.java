package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.function.Argument;
import io.ratel.quant.pricing.OptionType;

/** A European option on a forward or future. */
record ForwardOption(
    @Argument("The right to buy, or to sell.") OptionType type,
    @Argument(value = "The price at which it may be exercised.", unit = "price", above = 0)
        double strike,
    @Argument(value = "The forward's or future's price.", unit = "price", above = 0) double forward,
    @Argument(
            value = "The riskless rate that discounts, continuous.",
            unit = "per year",
            min = -10,
            max = 10,
            preset = "0")
        double rate,
    @Argument(value = "The time to expiry.", unit = "years", min = 0, max = 1_000) double years,
    @Argument(
            value = "The standard deviation of the forward's log returns.",
            unit = "per square root of a year",
            min = 0,
            max = 100)
        double volatility) {

  /** F. Black, The pricing of commodity contracts (1976). */
  ForwardGreeks black() {
    Greeks spot = BlackScholes.greeks(type.sign(), strike, forward, rate, rate, years, volatility);
    return new ForwardGreeks(
        spot.price(),
        spot.delta(),
        spot.gamma(),
        spot.vega(),
        spot.theta(),
        -years * spot.price(),
        spot.vanna(),
        spot.vomma(),
        spot.exerciseProbability());
  }
}

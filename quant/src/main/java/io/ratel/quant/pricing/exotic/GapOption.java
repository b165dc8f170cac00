package io.ratel.quant.pricing.exotic;

import io.ratel.quant.function.Argument;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.Valuation;

/** An option that must be exercised beyond one price, at another. */
record GapOption(
    @Argument("The right to buy, or to sell.") OptionType type,
    @Argument(value = "The price beyond which it is exercised.", unit = "price", above = 0)
        double trigger,
    @Argument(value = "The price that is paid or got.", unit = "price", above = 0) double strike,
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
    return Valuation.of(
        (s, q, r, t, v) ->
            sign
                * (DigitalOption.assetOrNothing(sign, trigger, s, q, r, t, v)
                    - strike * DigitalOption.cashOrNothing(sign, trigger, s, q, r, t, v)),
        spot,
        dividendYield,
        rate,
        years,
        volatility,
        spot);
  }
}

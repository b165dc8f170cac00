package io.ratel.quant.pricing.stochastic;

import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Result;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.vanilla.ImpliedVolatility;

/** A European option on an asset whose variance returns to a mean and moves by chance. */
record HestonOption(
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
    @Argument(value = "The time to expiry.", unit = "years", min = 0, max = 1_000) double years,
    @Argument(value = "The variance now.", unit = "per year", min = 0, max = 100) double v0,
    @Argument(
            value = "The speed at which variance returns to its mean.",
            unit = "per year",
            min = 0,
            max = 1_000)
        double kappa,
    @Argument(value = "The mean to which variance returns.", unit = "per year", min = 0, max = 100)
        double theta,
    @Argument(
            value = "The volatility of variance.",
            unit = "per square root of a year",
            min = 0,
            max = 100)
        double sigma,
    @Argument(value = "The correlation of price and variance.", min = -1, max = 1) double rho) {

  /** What Heston's model gives. */
  record Answer(
      @Result(value = "The option's value.", unit = "price") double price,
      @Result("By the asset's price.") double delta,
      @Result("Delta by the asset's price.") double gamma,
      @Result(value = "By the variance now.", unit = "per 1.00 of variance")
          double varianceSensitivity,
      @Result(
              value = "The Black–Scholes volatility that gives the price.",
              unit = "per square root of a year")
          double impliedVolatility,
      @Result("Whether 2·kappa·theta is above sigma², so that variance never reaches 0.")
          boolean feller) {}

  Answer answer() {
    Heston.Valued at = value(v0);
    double h = 1e-3 * Math.max(v0, 1e-3 * theta);
    double sensitivity =
        h > 0 && v0 > h ? (value(v0 + h).price() - value(v0 - h).price()) / (2 * h) : Double.NaN;
    double implied =
        years > 0
            ? ImpliedVolatility.of(
                type.sign(), strike, spot, dividendYield, rate, years, at.price())
            : Double.NaN;
    return new Answer(
        at.price(),
        at.delta(),
        at.gamma(),
        sensitivity,
        Double.isInfinite(implied) ? Double.NaN : implied,
        2 * kappa * theta > sigma * sigma);
  }

  private Heston.Valued value(double variance) {
    return Heston.value(
        type.sign(), strike, spot, dividendYield, rate, years, variance, kappa, theta, sigma, rho);
  }
}

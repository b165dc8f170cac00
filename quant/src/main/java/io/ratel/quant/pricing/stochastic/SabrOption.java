package io.ratel.quant.pricing.stochastic;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Result;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.vanilla.Bachelier;
import io.ratel.quant.pricing.vanilla.BlackScholes;

/** A European option on a forward in the SABR model. */
record SabrOption(
    @Argument(value = "The right to buy, or to sell.", preset = "call") OptionType type,
    @Argument(value = "The price at which it may be exercised.", unit = "price") double strike,
    @Argument(value = "The forward's price or rate.", unit = "price") double forward,
    @Argument(
            value = "The riskless rate that discounts, continuous.",
            unit = "per year",
            min = -10,
            max = 10,
            preset = "0")
        double rate,
    @Argument(value = "The time to expiry.", unit = "years", min = 0, max = 1_000) double years,
    @Argument(value = "The volatility's level.", above = 0, max = 1_000) double alpha,
    @Argument(value = "The exponent of the forward.", min = 0, max = 1) double beta,
    @Argument(value = "The correlation of forward and volatility.", above = -1, below = 1)
        double rho,
    @Argument(
            value = "The volatility of volatility.",
            unit = "per square root of a year",
            min = 0,
            max = 100)
        double nu,
    @Argument(
            value = "What is added to forward and strike, so that they are above 0.",
            unit = "price",
            min = 0,
            preset = "0")
        double shift) {

  SabrOption {
    if (!(forward + shift > 0)) {
      throw new InvalidArgumentException(
          "forward", Double.toString(forward), "must be above minus the shift, " + -shift);
    }
    if (!(strike + shift > 0)) {
      throw new InvalidArgumentException(
          "strike", Double.toString(strike), "must be above minus the shift, " + -shift);
    }
  }

  /** A volatility and what it is worth. */
  record Answer(
      @Result(
              value = "Black's implied volatility, of forward and strike with the shift.",
              unit = "per square root of a year")
          double volatility,
      @Result(value = "Bachelier's implied volatility.", unit = "price per square root of a year")
          double normalVolatility,
      @Result(value = "The option's value.", unit = "price") double price,
      @Result("The value by the forward, the volatility held.") double delta,
      @Result(value = "The value by the volatility.", unit = "per 1.00 of volatility")
          double vega) {}

  Answer answer() {
    double f = forward + shift;
    double k = strike + shift;
    double volatility = Sabr.volatility(f, k, years, alpha, beta, rho, nu);
    if (!(volatility > 0)) {
      throw new InvalidArgumentException(
          "years",
          Double.toString(years),
          "must be shorter for these parameters: the expansion gives the volatility " + volatility);
    }
    var black = BlackScholes.greeks(type.sign(), k, f, rate, rate, years, volatility);
    double normal =
        years > 0
            ? Bachelier.impliedVolatility(type.sign(), f, k, rate, years, black.price())
            : Double.NaN;
    return new Answer(
        volatility,
        Double.isInfinite(normal) ? Double.NaN : normal,
        black.price(),
        black.delta(),
        black.vega());
  }
}

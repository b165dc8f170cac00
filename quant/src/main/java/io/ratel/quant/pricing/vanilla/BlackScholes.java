package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.numeric.Normal;

/**
 * European options: F. Black and M. Scholes, The pricing of options and corporate liabilities
 * (1973), with the yield of R. Merton, Theory of rational option pricing (1973). The methods take
 * plain numbers and allocate nothing but a record where they return one. Safe for any thread.
 */
public final class BlackScholes {
  private BlackScholes() {}

  /**
   * The value.
   *
   * @param sign 1 of a call, −1 of a put
   * @param years not negative; with {@code volatility} 0 the value of the forward, if positive
   */
  public static double price(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double asset = spot * Math.exp(-dividendYield * years);
    double cash = strike * Math.exp(-rate * years);
    double deviation = volatility * Math.sqrt(years);
    if (!(deviation > 0)) {
      return Math.max(0, sign * (asset - cash));
    }
    double d1 = Math.log(asset / cash) / deviation + 0.5 * deviation;
    return Math.max(
        0,
        sign
            * (asset * Normal.cumulative(sign * d1)
                - cash * Normal.cumulative(sign * (d1 - deviation))));
  }

  /** The value and every Greek. */
  public static Greeks greeks(VanillaOption option) {
    return greeks(
        option.type().sign(),
        option.strike(),
        option.spot(),
        option.dividendYield(),
        option.rate(),
        option.years(),
        option.volatility());
  }

  /** See {@link #price}. */
  public static Greeks greeks(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double growth = Math.exp(-dividendYield * years);
    double discount = Math.exp(-rate * years);
    double asset = spot * growth;
    double cash = strike * discount;
    double deviation = volatility * Math.sqrt(years);
    if (!(deviation > 0)) {
      return certain(sign, strike, spot, dividendYield, rate, years);
    }
    double d1 = Math.log(asset / cash) / deviation + 0.5 * deviation;
    double d2 = d1 - deviation;
    double inAsset = Normal.cumulative(sign * d1);
    double inCash = Normal.cumulative(sign * d2);
    double density = Normal.density(d1);
    double price = Math.max(0, sign * (asset * inAsset - cash * inCash));
    double delta = sign * growth * inAsset;
    double gamma = growth * density / (spot * deviation);
    double root = Math.sqrt(years);
    double vega = asset * density * root;
    double carry = rate - dividendYield;
    double product = d1 * d2;
    double drift = dividendYield + carry * d1 / deviation;
    return new Greeks(
        price,
        delta,
        gamma,
        vega,
        -asset * density * volatility / (2 * root)
            + sign * (dividendYield * asset * inAsset - rate * cash * inCash),
        sign * years * cash * inCash,
        -sign * years * asset * inAsset,
        delta * spot / price,
        -growth * density * d2 / volatility,
        dividendYield * delta - growth * density * (carry / deviation - d2 / (2 * years)),
        vega * product / volatility,
        vega * (drift - (1 + product) / (2 * years)),
        -years * cash * Normal.density(d2) * d1 / volatility,
        -gamma / spot * (d1 / deviation + 1),
        gamma * (product - 1) / volatility,
        gamma * (drift + (1 - product) / (2 * years)),
        -vega / (volatility * volatility) * (product * (1 - product) + d1 * d1 + d2 * d2),
        -sign * discount * inCash,
        discount * Normal.density(d2) / (strike * deviation),
        inCash);
  }

  /** Nothing is left to chance; exactly at the money the Greeks of a jump do not exist. */
  private static Greeks certain(
      int sign, double strike, double spot, double dividendYield, double rate, double years) {
    double asset = spot * Math.exp(-dividendYield * years);
    double cash = strike * Math.exp(-rate * years);
    double worth = sign * (asset - cash);
    double exercised = worth > 0 ? 1 : worth < 0 ? 0 : Double.NaN;
    double none = 0 * exercised;
    double delta = sign * exercised * asset / spot;
    double price = Math.max(0, worth);
    return new Greeks(
        price,
        delta,
        none,
        none,
        sign * exercised * (dividendYield * asset - rate * cash),
        sign * exercised * years * cash,
        -sign * exercised * years * asset,
        delta * spot / price,
        none,
        dividendYield * delta,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        -sign * exercised * cash / strike,
        none,
        exercised);
  }
}

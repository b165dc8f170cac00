package io.ratel.quant.pricing;

import io.ratel.quant.function.Result;

/** A price and its first derivatives. */
public record Valuation(
    @Result(value = "The option's value.", unit = "price") double price,
    @Result("By the asset's price.") double delta,
    @Result("Delta by the asset's price.") double gamma,
    @Result(value = "By the volatility.", unit = "per 1.00 of volatility") double vega,
    @Result(value = "As time passes.", unit = "per year") double theta,
    @Result(value = "By the rate.", unit = "per 1.00 of rate") double rho,
    @Result(value = "By the dividend yield.", unit = "per 1.00 of yield") double dividendRho) {

  /** A price by what the market moves. */
  @FunctionalInterface
  public interface Model {
    double price(double spot, double dividendYield, double rate, double years, double volatility);
  }

  /** How a function of one number is bent. */
  @FunctionalInterface
  private interface Along {
    double price(double x);
  }

  /**
   * The price, and its derivatives by central differences with L. F. Richardson's extrapolation;
   * they do not exist without time or volatility, and are NaN.
   *
   * @param room the most that spot may be moved
   */
  public static Valuation of(
      Model model,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility,
      double room) {
    double price = model.price(spot, dividendYield, rate, years, volatility);
    if (!(years > 0 && volatility > 0)) {
      double none = Double.NaN;
      return new Valuation(price, none, none, none, none, none, none);
    }
    // A part of what the price is likely to move, so that a short option's bend is seen too.
    double h = Math.min(spot * Math.min(4e-3, 0.02 * volatility * Math.sqrt(years)), 0.9 * room);
    Along bySpot = x -> model.price(x, dividendYield, rate, years, volatility);
    double wide = bySpot.price(spot + h) - 2 * price + bySpot.price(spot - h);
    double narrow = bySpot.price(spot + h / 2) - 2 * price + bySpot.price(spot - h / 2);
    return new Valuation(
        price,
        slope(bySpot, spot, h),
        (16 * narrow - wide) / (3 * h * h),
        slope(
            x -> model.price(spot, dividendYield, rate, years, x),
            volatility,
            Math.min(1e-3, 0.01 * volatility)),
        -slope(x -> model.price(spot, dividendYield, rate, x, volatility), years, 1e-3 * years),
        slope(x -> model.price(spot, dividendYield, x, years, volatility), rate, 1e-4),
        slope(x -> model.price(spot, x, rate, years, volatility), dividendYield, 1e-4));
  }

  private static double slope(Along along, double x, double h) {
    double wide = (along.price(x + h) - along.price(x - h)) / (2 * h);
    double narrow = (along.price(x + h / 2) - along.price(x - h / 2)) / h;
    return (4 * narrow - wide) / 3;
  }
}

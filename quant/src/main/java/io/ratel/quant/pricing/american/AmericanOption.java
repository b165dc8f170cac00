package io.ratel.quant.pricing.american;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Progress;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import java.util.Optional;

/** An option that may be exercised at any time, on an asset that pays a continuous yield. */
record AmericanOption(
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
    @Argument(
            value = "The standard deviation of the asset's log returns.",
            unit = "per square root of a year",
            min = 0,
            max = 100)
        double volatility,
    @Argument(value = "How it is priced.", preset = "andersen-lake") AmericanMethod method,
    @Argument(
            value =
                "Steps of the tree, of the methods binomial and leisen-reimer; the latter takes an"
                    + " odd number, the next one of an even. 500 and 501 when left out.",
            min = 1,
            max = 10_000)
        Optional<Integer> steps) {

  AmericanPrice price(Progress progress) {
    if (years == 0 || volatility == 0) {
      double certain = EarlyExercise.certain(type.sign(), strike, spot, dividendYield, rate, years);
      return answer(certain, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    return switch (method) {
      case ANDERSEN_LAKE -> integral(progress);
      case BAW, BJERKSUND_STENSLAND, BJERKSUND_STENSLAND_2002 -> approximation(progress);
      case BINOMIAL, LEISEN_REIMER -> tree(method, progress);
    };
  }

  private AmericanPrice answer(
      double price, double delta, double gamma, double theta, double vega, double rho) {
    return answer(price, delta, gamma, theta, vega, rho, Double.NaN, method);
  }

  private AmericanPrice answer(
      double price,
      double delta,
      double gamma,
      double theta,
      double vega,
      double rho,
      double boundary,
      AmericanMethod by) {
    double european =
        BlackScholes.price(type.sign(), strike, spot, dividendYield, rate, years, volatility);
    return new AmericanPrice(
        price, delta, gamma, theta, vega, rho, price - european, boundary, by.label());
  }

  /** Of what has no early exercise it is the European option, of a double boundary the tree. */
  private AmericanPrice integral(Progress progress) {
    if (EarlyExercise.never(type.sign(), rate, dividendYield)) {
      var european =
          BlackScholes.greeks(type.sign(), strike, spot, dividendYield, rate, years, volatility);
      return answer(
          european.price(),
          european.delta(),
          european.gamma(),
          european.theta(),
          european.vega(),
          european.rho());
    }
    if (EarlyExercise.doubleBoundary(type.sign(), rate, dividendYield)) {
      return tree(AmericanMethod.LEISEN_REIMER, progress);
    }
    AndersenLake.Valued at = integral(rate, volatility);
    if (Double.isNaN(at.price())) {
      return tree(AmericanMethod.LEISEN_REIMER, progress);
    }
    progress.done(0.2);
    double h = Math.min(1e-4, 0.01 * volatility);
    double vega =
        (integral(rate, volatility + h).price() - integral(rate, volatility - h).price()) / (2 * h);
    progress.done(0.6);
    double bump = 1e-4;
    double rho =
        EarlyExercise.doubleBoundary(type.sign(), rate - bump, dividendYield)
                || EarlyExercise.never(type.sign(), rate - bump, dividendYield)
            ? (integral(rate + bump, volatility).price() - at.price()) / bump
            : (integral(rate + bump, volatility).price()
                    - integral(rate - bump, volatility).price())
                / (2 * bump);
    return answer(
        at.price(),
        at.delta(),
        at.gamma(),
        theta(at.price(), at.delta(), at.gamma()),
        vega,
        rho,
        at.boundary(),
        method);
  }

  private AndersenLake.Valued integral(double rate, double volatility) {
    return AndersenLake.value(type.sign(), strike, spot, dividendYield, rate, years, volatility);
  }

  /** Of the differential equation, which holds while it is not exercised. */
  private double theta(double price, double delta, double gamma) {
    return price <= type.sign() * (spot - strike)
        ? 0
        : rate * price
            - (rate - dividendYield) * spot * delta
            - 0.5 * volatility * volatility * spot * spot * gamma;
  }

  private AmericanPrice approximation(Progress progress) {
    double price = approximate(spot, rate, years, volatility);
    if (Double.isNaN(price)) {
      return tree(AmericanMethod.LEISEN_REIMER, progress);
    }
    double ds = 1e-3 * spot;
    double up = approximate(spot + ds, rate, years, volatility);
    double down = approximate(spot - ds, rate, years, volatility);
    double dt = 1e-3 * years;
    double dv = 1e-3 * volatility;
    double dr = 1e-4;
    return answer(
        price,
        (up - down) / (2 * ds),
        (up - 2 * price + down) / (ds * ds),
        (approximate(spot, rate, years - dt, volatility)
                - approximate(spot, rate, years + dt, volatility))
            / (2 * dt),
        (approximate(spot, rate, years, volatility + dv)
                - approximate(spot, rate, years, volatility - dv))
            / (2 * dv),
        (approximate(spot, rate + dr, years, volatility)
                - approximate(spot, rate - dr, years, volatility))
            / (2 * dr));
  }

  private double approximate(double spot, double rate, double years, double volatility) {
    int sign = type.sign();
    return switch (method) {
      case BJERKSUND_STENSLAND ->
          BjerksundStensland.price(1, sign, strike, spot, dividendYield, rate, years, volatility);
      case BJERKSUND_STENSLAND_2002 ->
          BjerksundStensland.price(2, sign, strike, spot, dividendYield, rate, years, volatility);
      default ->
          BaroneAdesiWhaley.price(sign, strike, spot, dividendYield, rate, years, volatility);
    };
  }

  private AmericanPrice tree(AmericanMethod by, Progress progress) {
    Lattice lattice = lattice(by, rate, volatility);
    if (!lattice.isSound()) {
      double carry = (rate - dividendYield) / volatility;
      throw new InvalidArgumentException(
          "steps",
          Integer.toString(lattice.steps()),
          "must be above " + Math.ceil(carry * carry * years) + ", for a probability below one");
    }
    Lattice.Valued at = valued(lattice, part -> progress.done(0.2 * part));
    double theta =
        by == AmericanMethod.BINOMIAL
            ? (at.afterTwoSteps() - at.price()) / (2 * years / lattice.steps())
            : theta(at.price(), at.delta(), at.gamma());
    double dv = Math.min(1e-3, 0.01 * volatility);
    double vega = (bumped(by, 0, dv, progress, 0.2) - bumped(by, 0, -dv, progress, 0.4)) / (2 * dv);
    double dr = 1e-3;
    double rho = (bumped(by, dr, 0, progress, 0.6) - bumped(by, -dr, 0, progress, 0.8)) / (2 * dr);
    return answer(at.price(), at.delta(), at.gamma(), theta, vega, rho, Double.NaN, by);
  }

  private double bumped(AmericanMethod by, double dr, double dv, Progress progress, double from) {
    Lattice lattice = lattice(by, rate + dr, volatility + dv);
    return lattice.isSound()
        ? valued(lattice, part -> progress.done(from + 0.2 * part)).price()
        : Double.NaN;
  }

  private Lattice.Valued valued(Lattice lattice, Progress progress) {
    return lattice.value(type.sign(), strike, spot, true, progress);
  }

  private Lattice lattice(AmericanMethod by, double rate, double volatility) {
    if (by == AmericanMethod.BINOMIAL) {
      return Lattice.coxRossRubinstein(steps.orElse(500), dividendYield, rate, years, volatility);
    }
    return Lattice.leisenReimer(
        steps.orElse(501) | 1, strike, spot, dividendYield, rate, years, volatility);
  }
}

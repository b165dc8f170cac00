package io.ratel.quant.pricing.exotic;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Progress;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.Valuation;
import java.util.Optional;

/** An option on the average price. */
record AsianOption(
    @Argument("The right to buy, or to sell.") OptionType type,
    @Argument(value = "Which average.", preset = "arithmetic") Averaging averaging,
    @Argument(
            value =
                "The fixed strike against the average; without it the average is the strike of the"
                    + " price at expiry.",
            unit = "price",
            above = 0)
        Optional<Double> strike,
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
    @Argument(
            value = "The standard deviation of the asset's log returns.",
            unit = "per square root of a year",
            min = 0,
            max = 10)
        double volatility,
    @Argument(
            value =
                "How many prices ahead are averaged, at equal distances, the last at expiry; the"
                    + " average is continuous when left out.",
            min = 1,
            max = 100_000)
        Optional<Integer> fixings,
    @Argument(
            value =
                "When the first fixing is, or continuous averaging begins; years / fixings, or now,"
                    + " when left out.",
            unit = "years",
            min = 0)
        Optional<Double> firstFixing,
    @Argument(value = "The average so far; spot when left out.", unit = "price", above = 0)
        Optional<Double> average,
    @Argument(value = "How many fixings it is of.", min = 0, max = 100_000, preset = "0")
        int pastFixings,
    @Argument(
            value = "How long continuous averaging has gone on.",
            unit = "years",
            min = 0,
            max = 1_000,
            preset = "0")
        double elapsed,
    @Argument(value = "How it is priced.", preset = "analytic") AsianMethod method,
    @Argument(value = "Simulated paths.", min = 100, max = 2_000_000, preset = "100000") int paths,
    @Argument(value = "What the simulation's chance begins with.", preset = "42") int seed) {
  private static final double MOST_STEPS = 2e8;

  AsianOption {
    if (firstFixing.isPresent() && !(firstFixing.get() <= years)) {
      throw new InvalidArgumentException(
          "firstFixing", firstFixing.get().toString(), "must be at most years, " + years);
    }
    if (fixings.isEmpty() && firstFixing.isPresent() && firstFixing.get() == years) {
      throw new InvalidArgumentException(
          "firstFixing", firstFixing.get().toString(), "must be below years, " + years);
    }
    if (fixings.isEmpty() && pastFixings > 0) {
      throw new InvalidArgumentException(
          "pastFixings", Integer.toString(pastFixings), "must be 0 where there are no fixings");
    }
    if (fixings.isPresent() && elapsed > 0) {
      throw new InvalidArgumentException(
          "elapsed", Double.toString(elapsed), "must be 0 where there are fixings");
    }
    if (strike.isEmpty() && (pastFixings > 0 || elapsed > 0)) {
      throw new InvalidArgumentException(
          "strike", "none", "must be given where a part of the average is past");
    }
  }

  /** The part of the whole average that is still to come. */
  private double ahead() {
    if (fixings.isPresent()) {
      return fixings.get() / (double) (fixings.get() + pastFixings);
    }
    double length = years - firstFixing.orElse(0.0);
    return length / (length + elapsed);
  }

  private Averages averages(
      Averaging of, double spot, double carry, double years, double volatility) {
    double first = firstFixing.orElse(fixings.isPresent() ? years / fixings.get() : 0);
    return fixings.isPresent()
        ? Averages.fixed(of, spot, carry, volatility, fixings.get(), first, years)
        : Averages.continuous(of, spot, carry, volatility, first, years);
  }

  private double undiscounted(
      Averaging of, double spot, double carry, double years, double volatility) {
    int sign = type.sign();
    Averages next = averages(of, spot, carry, years, volatility);
    if (strike.isEmpty()) {
      return next.ofPrice(sign, spot * Math.exp(carry * years), volatility * volatility * years);
    }
    double ahead = ahead();
    double past = average.orElse(this.spot);
    if (of == Averaging.GEOMETRIC) {
      // Past^(1−ahead)·next^ahead is lognormal again.
      double log =
          (1 - ahead) * Math.log(past) + ahead * (Math.log(next.forward()) - 0.5 * next.variance());
      double variance = ahead * ahead * next.variance();
      return new Averages(Math.exp(log + 0.5 * variance), variance, Double.NaN)
          .against(sign, strike.get());
    }
    double left = (strike.get() - (1 - ahead) * past) / ahead;
    return left > 0
        ? ahead * next.against(sign, left)
        : ahead * Math.max(0, sign * (next.forward() - left));
  }

  /** A geometric average never is, its price is exact. */
  boolean isSimulated() {
    return method == AsianMethod.MONTE_CARLO && averaging == Averaging.ARITHMETIC;
  }

  AsianPrice price(Progress progress) {
    if (isSimulated()) {
      return simulated(progress);
    }
    Valuation at =
        Valuation.of(
            (s, q, r, t, v) -> Math.exp(-r * t) * undiscounted(averaging, s, r - q, t, v),
            spot,
            dividendYield,
            rate,
            years,
            volatility,
            spot);
    return new AsianPrice(
        at.price(), at.delta(), at.gamma(), at.vega(), at.rho(), at.dividendRho(), 0);
  }

  private AsianPrice simulated(Progress progress) {
    if (fixings.isEmpty()) {
      throw new InvalidArgumentException("fixings", "none", "must be given for a simulation");
    }
    int count = fixings.get();
    if ((double) count * paths > MOST_STEPS) {
      throw new InvalidArgumentException(
          "paths", Integer.toString(paths), "must be at most " + (int) (MOST_STEPS / count));
    }
    int sign = type.sign();
    double ahead = ahead();
    double past = average.orElse(spot);
    AsianSimulation.Payment payment =
        (mean, last) -> {
          double whole = (1 - ahead) * past + ahead * mean;
          return Math.max(
              0, strike.isEmpty() ? sign * (last - whole) : sign * (whole - strike.get()));
        };
    double carry = rate - dividendYield;
    double known = knownPayment(carry, ahead, past);
    AsianSimulation.Estimate estimate =
        AsianSimulation.estimate(
            payment,
            known,
            spot,
            carry - 0.5 * volatility * volatility,
            volatility,
            count,
            firstFixing.orElse(years / count),
            years,
            (paths + 1) / 2,
            seed,
            progress);
    double none = Double.NaN;
    double discount = Math.exp(-rate * years);
    return new AsianPrice(
        discount * estimate.mean(), none, none, none, none, none, discount * estimate.error());
  }

  /** The expected payment when the prices ahead are averaged geometrically, the past as it is. */
  private double knownPayment(double carry, double ahead, double past) {
    int sign = type.sign();
    Averages next = averages(Averaging.GEOMETRIC, spot, carry, years, volatility);
    if (strike.isEmpty()) {
      return next.ofPrice(sign, spot * Math.exp(carry * years), volatility * volatility * years);
    }
    double left = (strike.get() - (1 - ahead) * past) / ahead;
    return left > 0
        ? ahead * next.against(sign, left)
        : ahead * Math.max(0, sign * (next.forward() - left));
  }
}

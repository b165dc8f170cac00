package io.ratel.benchmarks.quant;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import com.opengamma.strata.pricer.impl.option.BlackScholesFormulaRepository;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.quant.Trial.Rival;
import io.ratel.quant.kernel.Kernels;
import io.ratel.quant.kernel.Options;
import io.ratel.quant.kernel.Sensitivities;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import io.ratel.quant.pricing.vanilla.ImpliedVolatility;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** European options beside Strata: in columns, one by one, and back from price to volatility. */
final class OptionFigures {
  static final String STRATA = "2.12.48";

  private static final int SIZE = 4_096;
  private static final long SEED = 20_261_122;

  private final Options options;
  private final double[] price = new double[SIZE];
  private final double[] worth = new double[SIZE];
  private final Sensitivities out = Sensitivities.ofRows(SIZE);

  OptionFigures() {
    Random random = new Random(SEED);
    options =
        new Options(
            random.doubles(SIZE).map(x -> x < 0.5 ? -1 : 1).toArray(),
            column(random, 70, 140),
            column(random, 90, 110),
            column(random, 0, 0.05),
            column(random, 0, 0.05),
            column(random, 0.1, 3),
            column(random, 0.1, 0.6));
    Kernels.scalar().price(options, worth, 0, SIZE);
  }

  private static double[] column(RandomGenerator random, double from, double to) {
    return random.doubles(SIZE, from, to).toArray();
  }

  List<Measurement> measurements() {
    return List.of(
        new Trial(
            "quant.black-scholes.price",
            "ns/option",
            1,
            SIZE,
            200,
            this::prices,
            List.of(new Rival("scalar twin", "", this::scalarPrices), strata(this::theirPrices))),
        new Trial(
            "quant.black-scholes.greeks",
            "ns/option",
            1,
            SIZE,
            100,
            this::greeks,
            List.of(new Rival("scalar twin", "", this::scalarGreeks), strata(this::theirGreeks))),
        new Trial(
            "quant.black-scholes.all-greeks", "ns/option", 1, SIZE, 50, this::allGreeks, List.of()),
        new Trial(
            "quant.implied-volatility",
            "ns/option",
            1,
            SIZE,
            20,
            this::volatilities,
            List.of(strata(this::theirVolatilities))));
  }

  private static Rival strata(DoubleSupplier work) {
    return new Rival("Strata", STRATA, work);
  }

  private double prices() {
    Kernels.chosen().price(options, price, 0, SIZE);
    return price[0];
  }

  private double scalarPrices() {
    Kernels.scalar().price(options, price, 0, SIZE);
    return price[0];
  }

  private double greeks() {
    Kernels.chosen().sensitivities(options, out, 0, SIZE);
    return out.theta()[0];
  }

  private double scalarGreeks() {
    Kernels.scalar().sensitivities(options, out, 0, SIZE);
    return out.theta()[0];
  }

  private double allGreeks() {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum +=
          BlackScholes.greeks(
                  (int) options.sign()[i],
                  options.strike()[i],
                  options.spot()[i],
                  options.dividendYield()[i],
                  options.rate()[i],
                  options.years()[i],
                  options.volatility()[i])
              .ultima();
    }
    return sum;
  }

  /** Back from the prices of the same options. */
  private double volatilities() {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum +=
          ImpliedVolatility.of(
              (int) options.sign()[i],
              options.strike()[i],
              options.spot()[i],
              options.dividendYield()[i],
              options.rate()[i],
              options.years()[i],
              worth[i]);
    }
    return sum;
  }

  private double theirVolatilities() {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      double years = options.years()[i];
      double discount = Math.exp(-options.rate()[i] * years);
      double forward = options.spot()[i] * Math.exp(-options.dividendYield()[i] * years) / discount;
      sum +=
          BlackFormulaRepository.impliedVolatility(
              worth[i] / discount, forward, options.strike()[i], years, options.sign()[i] > 0);
    }
    return sum;
  }

  private double theirPrices() {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum +=
          BlackScholesFormulaRepository.price(
              options.spot()[i],
              options.strike()[i],
              options.years()[i],
              options.volatility()[i],
              options.rate()[i],
              options.rate()[i] - options.dividendYield()[i],
              options.sign()[i] > 0);
    }
    return sum;
  }

  /** The price and the same five, each a call as its library has them. */
  private double theirGreeks() {
    double sum = theirPrices();
    for (int i = 0; i < SIZE; i++) {
      double spot = options.spot()[i];
      double strike = options.strike()[i];
      double years = options.years()[i];
      double volatility = options.volatility()[i];
      double rate = options.rate()[i];
      double carry = rate - options.dividendYield()[i];
      boolean call = options.sign()[i] > 0;
      sum +=
          BlackScholesFormulaRepository.delta(spot, strike, years, volatility, rate, carry, call)
              + BlackScholesFormulaRepository.gamma(spot, strike, years, volatility, rate, carry)
              + BlackScholesFormulaRepository.vega(spot, strike, years, volatility, rate, carry)
              + BlackScholesFormulaRepository.theta(
                  spot, strike, years, volatility, rate, carry, call)
              + BlackScholesFormulaRepository.rho(
                  spot, strike, years, volatility, rate, carry, call);
    }
    return sum;
  }
}

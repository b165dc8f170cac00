package io.ratel.quant.pricing.stochastic;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.Result;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/** Volatilities of several strikes of one expiry, to which the SABR model is fitted. */
record SabrSmile(
    @Argument(value = "The forward's price or rate.", unit = "price") double forward,
    @Argument(value = "The time to expiry.", unit = "years", above = 0, max = 1_000) double years,
    @Argument(value = "The strikes.", unit = "price", least = 3, most = 1_000) double[] strikes,
    @Argument(
            value = "Black's implied volatilities, one for each strike.",
            unit = "per square root of a year",
            above = 0,
            least = 3,
            most = 1_000)
        double[] volatilities,
    @Argument(
            value = "The exponent of the forward, which a smile alone does not tell.",
            min = 0,
            max = 1,
            preset = "0.5")
        double beta,
    @Argument(
            value = "What is added to forward and strikes, so that they are above 0.",
            unit = "price",
            min = 0,
            preset = "0")
        double shift) {
  private static final double[] RHOS = {0, -0.6, 0.6};
  private static final double[] NUS = {0.3, 1.2, 0.05};

  SabrSmile {
    if (strikes.length != volatilities.length) {
      throw new InvalidArgumentException(
          "volatilities",
          volatilities.length + " numbers",
          "must be as many as strikes, " + strikes.length);
    }
    if (!(forward + shift > 0)) {
      throw new InvalidArgumentException(
          "forward", Double.toString(forward), "must be above minus the shift, " + -shift);
    }
    for (int i = 0; i < strikes.length; i++) {
      if (!(strikes[i] + shift > 0)) {
        throw new InvalidArgumentException(
            "strikes[" + i + "]",
            Double.toString(strikes[i]),
            "must be above minus the shift, " + -shift);
      }
    }
  }

  /** The parameters that fit. */
  record Fit(
      @Result("The volatility's level.") double alpha,
      @Result("The exponent of the forward, as given.") double beta,
      @Result("The correlation of forward and volatility.") double rho,
      @Result(value = "The volatility of volatility.", unit = "per square root of a year")
          double nu,
      @Result(
              value = "The root of the mean squared difference of volatilities.",
              unit = "volatility")
          double rootMeanSquareError,
      @Result(value = "The volatilities that the model gives.", unit = "per square root of a year")
          double[] fitted) {}

  /** The best of Levenberg and Marquardt's fits from several starts. */
  Fit fit(Progress progress) {
    double middle = 0;
    for (double volatility : volatilities) {
      middle += volatility / volatilities.length;
    }
    double level = middle * Math.pow(forward + shift, 1 - beta);
    double[] best = {};
    double error = Double.POSITIVE_INFINITY;
    for (int i = 0; i < RHOS.length * NUS.length; i++) {
      progress.done((double) i / (RHOS.length * NUS.length));
      double[] start = {
        Math.log(level), atanh(RHOS[i % RHOS.length]), Math.log(NUS[i / RHOS.length])
      };
      try {
        LeastSquaresOptimizer.Optimum found = improved(start);
        if (found.getRMS() < error) {
          error = found.getRMS();
          best = found.getPoint().toArray();
        }
      } catch (MathRuntimeException e) {
        continue; // This start leads nowhere; another may.
      }
      if (error < 1e-12) {
        break;
      }
    }
    if (best.length == 0) {
      throw new InvalidArgumentException(
          "volatilities", volatilities.length + " numbers", "must be a smile that the model fits");
    }
    return new Fit(
        Math.exp(best[0]), beta, Math.tanh(best[1]), Math.exp(best[2]), error, smile(best));
  }

  private LeastSquaresOptimizer.Optimum improved(double[] start) {
    return new LevenbergMarquardtOptimizer()
        .withCostRelativeTolerance(1e-15)
        .withParameterRelativeTolerance(1e-13)
        .optimize(
            new LeastSquaresBuilder()
                .start(start)
                .target(volatilities)
                .model(this::smile, this::slopes)
                .lazyEvaluation(false)
                .maxEvaluations(500)
                .maxIterations(500)
                .build());
  }

  /** Of ln alpha, artanh rho and ln nu, which are free of bounds. */
  private double[] smile(double[] free) {
    double[] smile = new double[strikes.length];
    double rho = Math.max(-0.999999, Math.min(0.999999, Math.tanh(free[1])));
    for (int i = 0; i < smile.length; i++) {
      smile[i] =
          Sabr.volatility(
              forward + shift,
              strikes[i] + shift,
              years,
              Math.exp(free[0]),
              beta,
              rho,
              Math.exp(free[2]));
    }
    return smile;
  }

  private double[][] slopes(double[] free) {
    double[][] slopes = new double[strikes.length][free.length];
    double h = 1e-5;
    for (int j = 0; j < free.length; j++) {
      double[] moved = free.clone();
      moved[j] = free[j] + h;
      double[] up = smile(moved);
      moved[j] = free[j] - h;
      double[] down = smile(moved);
      for (int i = 0; i < up.length; i++) {
        slopes[i][j] = (up[i] - down[i]) / (2 * h);
      }
    }
    return slopes;
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }
}

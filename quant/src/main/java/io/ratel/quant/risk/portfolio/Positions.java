package io.ratel.quant.risk.portfolio;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.numeric.Normal;
import java.util.Arrays;
import java.util.List;

/** Normal value at risk of positions in money. */
public final class Positions {
  private Positions() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        QuantFunction.of(
                "risk",
                "portfolio-var",
                "Value at risk of positions",
                PositionsQuestion.class,
                PositionsAnswer.class)
            .formula(
                "z·√(xᵀΣx·days) − xᵀmeans·days; component = x·∂var/∂x; incremental = var − var"
                    + " without the position")
            .convention(
                "Losses are positive amounts of money. Returns are normal and independent from day"
                    + " to day, volatilities daily: deviations grow with the square root of days.")
            .reference(
                "P. Jorion, Value at Risk (2007), ch. 7; J. Hull, Options, Futures, and Other"
                    + " Derivatives (2012), ch. 21; M. Garman, Improving on VaR (1996)")
            .example(
                "J. Hull (2012), section 21.3: Microsoft and AT&T, with his z of 2.33",
                "{\"positions\":[10000000,5000000],\"volatilities\":[0.02,0.01],"
                    + "\"correlation\":[[1,0.3],[0.3,1]],\"confidence\":0.99,\"days\":10,"
                    + "\"z\":2.33}",
                "{\"var\":1622657,\"individual\":[1473621,368405]}")
            .computes(Positions::answer));
  }

  private static PositionsAnswer answer(PositionsQuestion given) {
    double[] x = given.positions();
    int n = x.length;
    double[][] covariance = given.covariances();
    double[] means = given.means().orElseGet(() -> new double[n]);
    double days = given.days();
    double root = Math.sqrt(days);
    double z = given.z().orElseGet(() -> -Normal.quantile(1 - given.confidence()));
    double[] product = Quadratic.times(covariance, x);
    double variance = positive(Quadratic.dot(x, product), covariance, x);
    double deviation = Math.sqrt(variance) * root;
    double drift = Quadratic.dot(x, means) * days;
    double value = Arrays.stream(x).sum();
    double[] individual = new double[n];
    double[] marginal = new double[n];
    double[] component = new double[n];
    double[] part = new double[n];
    double[] incremental = new double[n];
    double[] beta = new double[n];
    double var = z * deviation - drift;
    for (int i = 0; i < n; i++) {
      double own = Math.sqrt(Math.max(0, covariance[i][i])) * root;
      individual[i] = z * Math.abs(x[i]) * own - x[i] * means[i] * days;
      double slope = deviation > 0 ? product[i] * days / deviation : 0;
      marginal[i] = z * slope - means[i] * days;
      component[i] = x[i] * marginal[i];
      part[i] = component[i] / var;
      double rest = variance - 2 * x[i] * product[i] + x[i] * x[i] * covariance[i][i];
      // The root would make much of what rounding leaves when this position is all the risk.
      rest = rest > 1e-13 * variance ? rest : 0;
      incremental[i] = var - (z * Math.sqrt(rest) * root - (drift - x[i] * means[i] * days));
      beta[i] = variance > 0 && value != 0 ? product[i] * value / variance : Double.NaN;
    }
    double undiversified = Arrays.stream(individual).sum();
    double es = deviation * Normal.density(z) / Normal.cumulative(-z) - drift;
    return new PositionsAnswer(
        var,
        es,
        deviation,
        z,
        value,
        individual,
        undiversified,
        undiversified - var,
        marginal,
        component,
        part,
        incremental,
        beta);
  }

  /** A variance that is not below 0 but for rounding. */
  static double positive(double variance, double[][] covariance, double[] x) {
    double scale = 0;
    for (int i = 0; i < x.length; i++) {
      scale += Math.abs(x[i]) * Math.sqrt(Math.max(0, covariance[i][i]));
    }
    if (variance < -1e-12 * scale * scale) {
      throw new InvalidArgumentException(
          "covariance",
          "variance " + variance,
          "must not give these positions a negative variance; covariance/repair helps");
    }
    return Math.max(0, variance);
  }
}

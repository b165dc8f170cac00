package io.ratel.quant.risk.tail;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.statistic.Missing;
import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.PublishedReturns;
import java.util.List;

/** The functions on the tail of one series. */
public final class Tails {
  private Tails() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        QuantFunction.of(
                "risk", "var", "Value at risk and shortfall", TailQuestion.class, TailAnswer.class)
            .formula(
                "historical: quantile(returns, 1 − confidence); gaussian: mean + z·volatility, z ="
                    + " N⁻¹(1 − confidence); modified: z + (z²−1)·S/6 + (z³−3z)·K/24 −"
                    + " (2z³−5z)·S²/36 for z")
            .convention(
                "Both figures are returns, so a loss is negative; others print the loss as"
                    + " positive. Skewness and kurtosis are the population's.")
            .chosen(Tails::convention)
            .reference(
                "P. Jorion, Value at Risk (2007), ch. 5 and 10; P. Zangari, RiskMetrics Monitor"
                    + " (1996); K. Boudt, B. Peterson and C. Croux, Estimation and Decomposition of"
                    + " Downside Risk for Portfolios with Non-Normal Returns (2008); J. Hull and"
                    + " A. White, Incorporating Volatility Updating into the Historical Simulation"
                    + " Method (1998); J. Boudoukh, M. Richardson and R. Whitelaw, The Best of Both"
                    + " Worlds (1998)")
            .example(
                "PerformanceAnalytics, VaR and ES of EDHEC Convertible Arbitrage, 100 months",
                "{\"returns\":"
                    + PublishedReturns.EDHEC_CONVERTIBLE
                    + ",\"confidence\":0.95,\"method\":\"gaussian\"}",
                "{\"var\":-0.012133,\"es\":-0.017133}")
            .computes(Tails::answer));
  }

  private static String convention(TailQuestion given) {
    String horizon = given.horizon() == 1 ? "" : " Over " + given.horizon() + " periods: ";
    return switch (given.method()) {
      case HISTORICAL ->
          "Quantile type "
              + given.quantileType()
              + "; shortfall the mean of the returns at or below it."
              + (horizon.isEmpty() ? "" : horizon + "times their square root.");
      case AGE_WEIGHTED ->
          "Weights fall by "
              + given.decay()
              + " with age and add up to 1; the first return, from the worst, at which they exceed"
              + " 1 − confidence; shortfall the weighed mean of exactly that tail."
              + (horizon.isEmpty() ? "" : horizon + "times their square root.");
      case FILTERED_HISTORICAL ->
          "Returns rescaled to the volatility now, exponentially weighted with decay "
              + given.decay()
              + "; quantile type "
              + given.quantileType()
              + "."
              + (horizon.isEmpty() ? "" : horizon + "times their square root.");
      case GAUSSIAN, MODIFIED ->
          "The variance is the "
              + given.variance().label()
              + "'s."
              + (given.method() == TailMethod.MODIFIED
                  ? " The shortfall is at least as bad as the value at risk."
                  : "")
              + (horizon.isEmpty() ? "" : horizon + "independent and alike.");
      case MONTE_CARLO ->
          given.paths()
              + " draws from seed "
              + given.seed()
              + (given.degreesOfFreedom().isEmpty()
                  ? " of the normal distribution"
                  : " of Student's distribution with "
                      + given.degreesOfFreedom().get()
                      + " degrees of freedom")
              + "; the variance is the "
              + given.variance().label()
              + "'s; quantile type "
              + given.quantileType()
              + "."
              + (horizon.isEmpty() ? "" : horizon + "sums of independent draws.");
    };
  }

  private static TailAnswer answer(TailQuestion given, Progress progress) {
    double[] returns = Missing.dropped(given.returns());
    if (returns.length < 2) {
      throw new InvalidArgumentException(
          "returns", returns.length + " numbers", "must have at least 2 that are not missing");
    }
    double mean = Moments.mean(returns);
    double deviation = Math.sqrt(given.variance().variance(returns));
    double root = Math.sqrt(given.horizon());
    double[] figures =
        switch (given.method()) {
          case HISTORICAL -> sampled(returns, root, given);
          case AGE_WEIGHTED -> {
            double[] weighed = Tail.ageWeighted(returns, given.decay(), given.confidence());
            yield new double[] {root * weighed[0], root * weighed[1]};
          }
          case FILTERED_HISTORICAL ->
              sampled(Simulation.filtered(returns, given.decay()), root, given);
          case GAUSSIAN -> fitted(returns, mean, deviation, given, false);
          case MODIFIED -> fitted(returns, mean, deviation, given, true);
          case MONTE_CARLO ->
              sampled(
                  Simulation.sums(
                      mean,
                      deviation,
                      given.degreesOfFreedom().orElse(Double.POSITIVE_INFINITY),
                      given.horizon(),
                      given.paths(),
                      given.seed(),
                      progress),
                  1,
                  given);
        };
    return new TailAnswer(
        figures[0],
        figures[1],
        mean,
        deviation,
        Moments.skewness(returns),
        Moments.kurtosis(returns) - 3,
        returns.length);
  }

  private static double[] sampled(double[] returns, double scale, TailQuestion given) {
    double var = Tail.historicalVar(returns, given.confidence(), given.quantileType());
    return new double[] {scale * var, scale * Tail.meanAtOrBelow(returns, var)};
  }

  /** The sum over the horizon: of independent returns the cumulants add. */
  private static double[] fitted(
      double[] returns, double mean, double deviation, TailQuestion given, boolean modified) {
    int horizon = given.horizon();
    double root = Math.sqrt(horizon);
    boolean shaped = modified && deviation > 0;
    double skewness = shaped ? Moments.skewness(returns) / root : 0;
    double excess = shaped ? (Moments.kurtosis(returns) - 3) / horizon : 0;
    return Tail.fitted(mean * horizon, deviation * root, skewness, excess, given.confidence());
  }
}

package io.ratel.quant.risk.portfolio;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.tail.Tail;
import io.ratel.quant.statistic.Missing;
import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.PublishedReturns;
import java.util.List;

/** Value at risk of a portfolio by its assets. */
public final class Components {
  private Components() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        QuantFunction.of(
                "risk",
                "component-var",
                "Value at risk by asset",
                ComponentQuestion.class,
                ComponentAnswer.class)
            .formula(
                "component = weight·∂var/∂weight; gaussian: var = −wᵀmean − z·√(wᵀΣw), z = N⁻¹(1 −"
                    + " confidence)")
            .convention(
                "Losses are positive. Third and fourth moments are the population's. Components add"
                    + " up to the whole.")
            .chosen(
                given ->
                    switch (given.method()) {
                      case GAUSSIAN, MODIFIED ->
                          "The variance is the "
                              + given.variance().label()
                              + "'s, where one series alone (risk/var) takes the population's.";
                      case HISTORICAL ->
                          "Quantile type "
                              + given.quantileType()
                              + "; components are the assets' losses in the observations at it.";
                    })
            .reference(
                "K. Boudt, B. Peterson and C. Croux, Estimation and Decomposition of Downside Risk"
                    + " for Portfolios with Non-Normal Returns, Journal of Risk 11 (2008); W."
                    + " Hallerbach, Decomposing Portfolio Value-at-Risk (2003)")
            .example(
                "PerformanceAnalytics, VaR of EDHEC columns 1 to 3 by component",
                "{\"returns\":"
                    + PublishedReturns.EDHEC_THREE
                    + ",\"weights\":[0.3,0.4,0.3],\"confidence\":0.95,\"method\":\"gaussian\"}",
                "{\"var\":0.012916}")
            .computes(Components::answer));
  }

  private static ComponentAnswer answer(ComponentQuestion given, Progress progress) {
    double[][] returns = Missing.wholeRows(given.returns());
    if (returns.length < 2) {
      throw new InvalidArgumentException(
          "returns", returns.length + " whole rows", "must have at least 2 rows without null");
    }
    double[] weights = given.weights();
    double[] whole = Losses.portfolio(returns, weights);
    Losses.Slopes slopes =
        switch (given.method()) {
          case HISTORICAL ->
              Losses.historical(returns, whole, given.confidence(), given.quantileType());
          case GAUSSIAN, MODIFIED ->
              Losses.fitted(
                  returns,
                  whole,
                  given.confidence(),
                  given.variance().lost(),
                  given.method() == ComponentQuestion.Method.MODIFIED);
        };
    int n = weights.length;
    double[] component = new double[n];
    double[] part = new double[n];
    double[] componentEs = new double[n];
    double[] incremental = new double[n];
    double[] individual = new double[n];
    double[] series = new double[returns.length];
    for (int i = 0; i < n; i++) {
      progress.done((double) i / n);
      component[i] = weights[i] * slopes.byVar()[i];
      part[i] = component[i] / slopes.var();
      componentEs[i] = weights[i] * slopes.byEs()[i];
      for (int t = 0; t < series.length; t++) {
        series[t] = whole[t] - weights[i] * returns[t][i];
      }
      incremental[i] = slopes.var() - loss(given, series);
      for (int t = 0; t < series.length; t++) {
        series[t] = weights[i] * returns[t][i];
      }
      individual[i] = loss(given, series);
    }
    return new ComponentAnswer(
        slopes.var(),
        slopes.es(),
        slopes.byVar(),
        component,
        part,
        incremental,
        individual,
        slopes.byEs(),
        componentEs,
        returns.length);
  }

  /** Of one series, by the question's method. */
  private static double loss(ComponentQuestion given, double[] series) {
    if (given.method() == ComponentQuestion.Method.HISTORICAL) {
      return -Tail.historicalVar(series, given.confidence(), given.quantileType());
    }
    double mean = Moments.mean(series);
    double variance = given.variance().variance(series);
    double deviation = Math.sqrt(variance);
    boolean modified = given.method() == ComponentQuestion.Method.MODIFIED && deviation > 0;
    double skewness = modified ? Moments.central(series, mean, 3) / (variance * deviation) : 0;
    double excess = modified ? Moments.central(series, mean, 4) / (variance * variance) - 3 : 0;
    return -Tail.fitted(mean, deviation, skewness, excess, given.confidence())[0];
  }
}

package io.ratel.quant.risk.portfolio;

import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** Volatility by asset and by factor. */
public final class Decomposition {
  private Decomposition() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        QuantFunction.of(
                "risk",
                "decompose",
                "Volatility by asset and factor",
                DecomposeQuestion.class,
                DecomposeAnswer.class)
            .formula(
                "component = weight·(Σ·weights)/volatility; by factor: exposure·(F·exposures)/"
                    + "volatility, with exposures = Bᵀ·weights and Σ = B·F·Bᵀ + D")
            .convention(
                "In the unit of the covariance: of daily covariances daily, of yearly yearly.")
            .reference(
                "R. Litterman, Hot Spots and Hedges, Journal of Portfolio Management (1996); S."
                    + " Maillard, T. Roncalli and J. Teïletche, The Properties of Equally Weighted"
                    + " Risk Contribution Portfolios (2010); A. Meucci, Managing Diversification"
                    + " (2009)")
            .example(
                "S. Maillard, T. Roncalli and J. Teïletche (2010), the portfolio of equal risks",
                "{\"weights\":[0.3836125,0.1918063,0.2426179,0.1819634],\"covariance\":"
                    + "[[0.01,0.016,0,0],[0.016,0.04,0,0],[0,0,0.09,-0.06],[0,0,-0.06,0.16]]}",
                "{\"component\":[0.0257335,0.0257335,0.0257335,0.0257335]}")
            .computes(Decomposition::answer));
  }

  private static DecomposeAnswer answer(DecomposeQuestion given) {
    double[] weights = given.weights();
    int n = weights.length;
    double[][] covariance = given.whole();
    double[] product = Quadratic.times(covariance, weights);
    double variance = Positions.positive(Quadratic.dot(weights, product), covariance, weights);
    double volatility = Math.sqrt(variance);
    double scale = volatility > 0 ? 1 / volatility : 0;
    double[] marginal = new double[n];
    double[] component = new double[n];
    double[] part = new double[n];
    double squares = 0;
    double alone = 0;
    for (int i = 0; i < n; i++) {
      marginal[i] = product[i] * scale;
      component[i] = weights[i] * marginal[i];
      part[i] = component[i] / volatility;
      squares += part[i] * part[i];
      alone += Math.abs(weights[i]) * Math.sqrt(Math.max(0, covariance[i][i]));
    }
    double[] exposures = {};
    double[] byFactor = {};
    double specific = Double.NaN;
    double share = Double.NaN;
    if (given.exposures().isPresent()) {
      exposures = exposures(given.exposures().get(), weights);
      byFactor = Quadratic.times(given.factorCovariance().orElseThrow(), exposures);
      double explained = 0;
      for (int k = 0; k < byFactor.length; k++) {
        byFactor[k] *= exposures[k] * scale;
        explained += byFactor[k];
      }
      double[] deviations = given.specificRisk().orElseThrow();
      specific = 0;
      for (int i = 0; i < n; i++) {
        specific += weights[i] * weights[i] * deviations[i] * deviations[i] * scale;
      }
      share = explained / volatility;
    }
    return new DecomposeAnswer(
        volatility,
        variance,
        marginal,
        component,
        part,
        alone / volatility,
        1 / squares,
        exposures,
        byFactor,
        specific,
        share);
  }

  private static double[] exposures(double[][] loads, double[] weights) {
    double[] exposures = new double[loads[0].length];
    for (int i = 0; i < weights.length; i++) {
      for (int k = 0; k < exposures.length; k++) {
        exposures[k] += weights[i] * loads[i][k];
      }
    }
    return exposures;
  }
}

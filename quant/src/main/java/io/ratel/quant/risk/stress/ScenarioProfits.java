package io.ratel.quant.risk.stress;

import io.ratel.quant.kernel.Kernel;
import io.ratel.quant.kernel.Kernels;
import io.ratel.quant.statistic.Quantiles;

/**
 * The profits of many positions in many scenarios, and what the worst of them cost. A position is
 * its change by each factor's change. Plain loops over rows; safe for any thread.
 */
public final class ScenarioProfits {
  private ScenarioProfits() {}

  /**
   * Each scenario's profit of all positions together.
   *
   * @param exposures money per unit of each factor
   * @param scenarios a row for each scenario, a column for each factor
   * @param profits as many as scenarios, filled in
   */
  public static void profits(double[] exposures, double[][] scenarios, double[] profits) {
    Kernel kernel = Kernels.chosen();
    for (int s = 0; s < scenarios.length; s++) {
      profits[s] = kernel.dot(exposures, scenarios[s], exposures.length);
    }
  }

  /** Adds the profits of the squares of the factors: ½ γ x², with γ for each factor. */
  public static void addCurvature(double[] gammas, double[][] scenarios, double[] profits) {
    for (int s = 0; s < scenarios.length; s++) {
      double[] row = scenarios[s];
      double sum = 0;
      for (int i = 0; i < gammas.length; i++) {
        sum += gammas[i] * row[i] * row[i];
      }
      profits[s] += 0.5 * sum;
    }
  }

  /** The loss that is not exceeded with a confidence, positive; by quantile type 7. */
  public static double valueAtRisk(double[] profits, double confidence) {
    return -Quantiles.quantile(profits, 1 - confidence, Quantiles.USUAL);
  }

  /** The mean loss of the scenarios that lose at least as much as an amount. */
  public static double shortfall(double[] profits, double valueAtRisk) {
    double sum = 0;
    int count = 0;
    for (double profit : profits) {
      if (profit <= -valueAtRisk) {
        sum -= profit;
        count++;
      }
    }
    return count == 0 ? valueAtRisk : sum / count;
  }

  /**
   * Each position's mean loss in the scenarios that lose at least as much as an amount; they add up
   * to the shortfall: Euler's decomposition, D. Tasche (1999).
   */
  public static double[] components(
      double[] exposures, double[][] scenarios, double[] profits, double valueAtRisk) {
    double[] components = new double[exposures.length];
    int count = 0;
    for (int s = 0; s < scenarios.length; s++) {
      if (profits[s] <= -valueAtRisk) {
        count++;
        for (int i = 0; i < components.length; i++) {
          components[i] -= scenarios[s][i];
        }
      }
    }
    for (int i = 0; i < components.length; i++) {
      components[i] *= count == 0 ? 0 : exposures[i] / count;
    }
    return components;
  }
}

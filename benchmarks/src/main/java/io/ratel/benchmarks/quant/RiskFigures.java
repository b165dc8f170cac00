package io.ratel.benchmarks.quant;

import io.ratel.benchmarks.measure.Measurement;
import io.ratel.quant.covariance.CholeskyRoot;
import io.ratel.quant.covariance.Estimator;
import io.ratel.quant.function.Progress;
import io.ratel.quant.portfolio.PortfolioRisk;
import io.ratel.quant.portfolio.Scenarios;
import io.ratel.quant.risk.stress.NormalScenarios;
import io.ratel.quant.risk.stress.ScenarioProfits;
import java.util.List;
import java.util.Random;

/** Five hundred positions and ten thousand scenarios: at once, and after one fill. */
final class RiskFigures {
  private static final int POSITIONS = 500;
  private static final int SCENARIOS = 10_000;
  private static final double CONFIDENCE = 0.99;
  private static final double MS = 1e6;
  private static final double US = 1e3;

  private final double[] exposures = new double[POSITIONS];
  private final double[][] scenarios = new double[SCENARIOS][POSITIONS];
  private final double[] profits = new double[SCENARIOS];
  private final double[] parts = new double[POSITIONS];
  private final double[][] root;
  private final PortfolioRisk live;
  private int fills;

  RiskFigures() {
    Random random = new Random(20_261_122);
    double[][] byAsset = new double[POSITIONS][SCENARIOS];
    for (int s = 0; s < SCENARIOS; s++) {
      double market = 0.01 * random.nextGaussian();
      for (int i = 0; i < POSITIONS; i++) {
        scenarios[s][i] = market + 0.02 * random.nextGaussian();
        byAsset[i][s] = scenarios[s][i];
      }
    }
    double[][] covariance = Estimator.sample(scenarios);
    root = CholeskyRoot.of("covariance", covariance);
    live = new PortfolioRisk(new Scenarios(byAsset, covariance));
    for (int i = 0; i < POSITIONS; i++) {
      exposures[i] = 1e5 * random.nextGaussian();
      live.hold(i, exposures[i]);
    }
  }

  List<Measurement> measurements() {
    return List.of(
        new Trial("quant.var.historical", "ms", MS, 1, 5, this::historical, List.of()),
        new Trial("quant.var.monte-carlo", "ms", MS, 1, 2, this::monteCarlo, List.of()),
        new Trial("quant.risk.fill", "us", US, 1, 200, this::fill, List.of()));
  }

  /** Value at risk, shortfall and each position's part of it. */
  private double historical() {
    ScenarioProfits.profits(exposures, scenarios, profits);
    double loss = ScenarioProfits.valueAtRisk(profits, CONFIDENCE);
    return ScenarioProfits.shortfall(profits, loss)
        + ScenarioProfits.components(exposures, scenarios, profits, loss)[0];
  }

  /** The same of scenarios that are drawn anew. */
  private double monteCarlo() {
    double[] loads = NormalScenarios.loads(root, exposures);
    double[][] drawn =
        NormalScenarios.independent(
            SCENARIOS, POSITIONS, Double.POSITIVE_INFINITY, 7, Progress.NONE);
    ScenarioProfits.profits(loads, drawn, profits);
    double loss = ScenarioProfits.valueAtRisk(profits, CONFIDENCE);
    return ScenarioProfits.shortfall(profits, loss);
  }

  /** One fill, and then every figure that a screen shows. */
  private double fill() {
    fills++;
    live.hold(fills % POSITIONS, 1e5 * ((fills % 7) - 3));
    live.components(CONFIDENCE, parts);
    return live.gaussianVar(CONFIDENCE)
        + live.historicalVar(CONFIDENCE)
        + live.historicalShortfall(CONFIDENCE)
        + parts[0];
  }
}

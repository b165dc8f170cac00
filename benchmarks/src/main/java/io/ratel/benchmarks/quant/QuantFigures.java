package io.ratel.benchmarks.quant;

import io.ratel.benchmarks.measure.Measurement;
import java.util.List;

/** The measurements of the quant room. */
public final class QuantFigures {
  private QuantFigures() {}

  public static List<Measurement> measurements() {
    return List.of(
        new Suite(
            List.of(
                "quant.black-scholes.price",
                "quant.black-scholes.greeks",
                "quant.black-scholes.all-greeks",
                "quant.implied-volatility"),
            () -> new OptionFigures().measurements()),
        new Suite(
            List.of("quant.ledoit-wolf", "quant.cholesky", "quant.eigen"),
            () -> new MatrixFigures().measurements()),
        new Suite(
            List.of("quant.var.historical", "quant.var.monte-carlo", "quant.risk.fill"),
            () -> new RiskFigures().measurements()));
  }
}

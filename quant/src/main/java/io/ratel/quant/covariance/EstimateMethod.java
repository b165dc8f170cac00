package io.ratel.quant.covariance;

import io.ratel.quant.function.Choice;

/** How a covariance is estimated. */
public enum EstimateMethod implements Choice {
  SAMPLE("sample", "Squares are divided by n − 1."),
  POPULATION("population", "Squares are divided by n."),
  EWMA("ewma", "Weights fall by the decay and add up to 1."),
  LEDOIT_WOLF(
      "ledoit-wolf", "Squares are divided by n; the target has the mean variance, no covariance."),
  OAS("oas", "Squares are divided by n; the target has the mean variance, no covariance."),
  SHRINKAGE("shrinkage", "Squares are divided by n."),
  NEWEY_WEST("newey-west", "Squares are divided by n; Bartlett weights."),
  DENOISED(
      "denoised",
      "Squares are divided by n − 1; eigenvalues of the correlation within the Marchenko–Pastur"
          + " edge are replaced by their mean.");

  private final String label;
  private final String convention;

  EstimateMethod(String label, String convention) {
    this.label = label;
    this.convention = convention;
  }

  @Override
  public String label() {
    return label;
  }

  String convention() {
    return convention;
  }
}

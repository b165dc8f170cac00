package io.ratel.quant.risk.tail;

import io.ratel.quant.function.Choice;

/** How the tail of returns is told from a sample. */
public enum TailMethod implements Choice {
  HISTORICAL("historical"),
  GAUSSIAN("gaussian"),
  MODIFIED("modified"),
  AGE_WEIGHTED("age-weighted"),
  FILTERED_HISTORICAL("filtered-historical"),
  MONTE_CARLO("monte-carlo");

  private final String label;

  TailMethod(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}

package io.ratel.quant.pricing.exotic;

import io.ratel.quant.function.Choice;

/** How an Asian option is priced. */
public enum AsianMethod implements Choice {
  ANALYTIC("analytic"),
  MONTE_CARLO("monte-carlo");

  private final String label;

  AsianMethod(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}

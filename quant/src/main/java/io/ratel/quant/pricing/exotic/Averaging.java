package io.ratel.quant.pricing.exotic;

import io.ratel.quant.function.Choice;

/** Which average an Asian option is on. */
public enum Averaging implements Choice {
  GEOMETRIC("geometric"),
  ARITHMETIC("arithmetic");

  private final String label;

  Averaging(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}

package io.ratel.quant.rate.date;

import io.ratel.quant.function.Choice;

/** From which end of a contract its periods are counted; the odd one is at the other. */
public enum StubRule implements Choice {
  BACKWARD("backward"),
  FORWARD("forward");

  private final String label;

  StubRule(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}

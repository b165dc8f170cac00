package io.ratel.quant.pricing.exotic;

import io.ratel.quant.function.Choice;

/** What a digital option pays. */
public enum DigitalKind implements Choice {
  CASH("cash-or-nothing"),
  ASSET("asset-or-nothing");

  private final String label;

  DigitalKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}

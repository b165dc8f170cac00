package io.ratel.quant.pricing.barrier;

import io.ratel.quant.function.Choice;

/** Where the barrier lies, and whether touching it ends the option or begins it. */
public enum BarrierKind implements Choice {
  DOWN_OUT("downOut", true, true),
  DOWN_IN("downIn", true, false),
  UP_OUT("upOut", false, true),
  UP_IN("upIn", false, false);

  private final String label;
  private final boolean down;
  private final boolean out;

  BarrierKind(String label, boolean down, boolean out) {
    this.label = label;
    this.down = down;
    this.out = out;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it lies below the price. */
  boolean isDown() {
    return down;
  }

  /** Whether touching it ends the option. */
  boolean isOut() {
    return out;
  }
}

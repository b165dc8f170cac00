package io.ratel.quant.pricing;

import io.ratel.quant.function.Choice;

/** The right to buy, or to sell. */
public enum OptionType implements Choice {
  CALL("call", 1),
  PUT("put", -1);

  private final String label;
  private final int sign;

  OptionType(String label, int sign) {
    this.label = label;
    this.sign = sign;
  }

  @Override
  public String label() {
    return label;
  }

  /** 1 for a call, −1 for a put. */
  public int sign() {
    return sign;
  }
}

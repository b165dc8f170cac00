package io.ratel.quant.rate.swap;

import io.ratel.quant.function.Choice;

/** Who pays the fixed rate. */
enum Side implements Choice {
  PAYER("payer", 1),
  RECEIVER("receiver", -1);

  private final String label;
  private final int sign;

  Side(String label, int sign) {
    this.label = label;
    this.sign = sign;
  }

  @Override
  public String label() {
    return label;
  }

  /** 1 for who receives the floating rate, −1 for who pays it. */
  int sign() {
    return sign;
  }
}

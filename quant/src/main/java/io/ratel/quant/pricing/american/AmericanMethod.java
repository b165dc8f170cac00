package io.ratel.quant.pricing.american;

import io.ratel.quant.function.Choice;

/** How an American option is priced. */
public enum AmericanMethod implements Choice {
  ANDERSEN_LAKE("andersen-lake"),
  BAW("baw"),
  BJERKSUND_STENSLAND("bjerksund-stensland"),
  BJERKSUND_STENSLAND_2002("bjerksund-stensland-2002"),
  BINOMIAL("binomial"),
  LEISEN_REIMER("leisen-reimer");

  private final String label;

  AmericanMethod(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}

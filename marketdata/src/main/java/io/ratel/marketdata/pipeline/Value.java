package io.ratel.marketdata.pipeline;

import java.math.BigDecimal;

/** What a field of a row holds. */
public sealed interface Value {
  /** Exact; two that differ in trailing zeros alone are equal. */
  record Decimal(BigDecimal number) implements Value {
    public Decimal {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    @Override
    public String text() {
      return number.toPlainString();
    }
  }

  record Text(String text) implements Value {}

  record Flag(boolean holds) implements Value {
    @Override
    public String text() {
      return Boolean.toString(holds);
    }
  }

  static Value of(BigDecimal number) {
    return new Decimal(number);
  }

  static Value of(String text) {
    return new Text(text);
  }

  /** As a person reads it. */
  String text();
}

package io.ratel.gateway.operation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A decimal as it travels: text, so that no digit is lost between the two ends. */
public record Decimal(@JsonValue String text) {
  /** Without needless zeros, but with so many decimals at least. */
  public static Decimal of(BigDecimal value, int decimals) {
    BigDecimal stripped = value.stripTrailingZeros();
    return new Decimal(stripped.setScale(Math.max(stripped.scale(), decimals)).toPlainString());
  }

  @Override
  public String toString() {
    return text;
  }
}

package io.ratel.gateway.operation;

import com.fasterxml.jackson.annotation.JsonValue;

/** A decimal as it travels: text, so that no digit is lost between the two ends. */
public record Decimal(@JsonValue String text) {
  @Override
  public String toString() {
    return text;
  }
}

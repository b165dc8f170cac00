package io.ratel.exchange.command;

import java.util.Locale;

/** Why money moved; the order is the wire's. */
public enum TransferKind {
  DEPOSIT,
  WITHDRAWAL,
  TRANSFER;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.ratel.model.account;

/** Why money moved without a transfer or a trade; the order is the wire's, grows at the end. */
public enum MoveReason {
  /** What a closed part of a margined position earned or lost. */
  REALIZED_PNL("realizedPnl"),
  FUNDING("funding"),
  /** Interest on the notional of a position held overnight. */
  FINANCING("financing"),
  DIVIDEND("dividend"),
  /** The insurance fund covers what a liquidated account could not pay, or keeps what was left. */
  INSURANCE("insurance"),
  /** Shares that a split added or took. */
  SPLIT("split"),
  CASH_IN_LIEU("cashInLieu"),
  SPIN_OFF("spinOff"),
  RIGHTS("rights"),
  /** A member's money into a pool's account or out of it. */
  UNITS("units");

  private final String label;

  MoveReason(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }
}

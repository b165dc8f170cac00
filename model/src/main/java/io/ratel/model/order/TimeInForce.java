package io.ratel.model.order;

/** How long an order lives; the order is the wire's and only grows at the end. */
public enum TimeInForce {
  /** Good till canceled: what does not trade at once rests in the book. */
  GTC,
  /** Immediate or cancel: what does not trade at once is canceled. */
  IOC,
  /** Fill or kill: trades whole at once or not at all. */
  FOK,
  /** Good till date: rests until its time, then expires. */
  GTD,
  /** Rests until the end of the trading day, then expires. */
  DAY;

  /** Whether what does not trade at once stays. */
  public boolean rests() {
    return this == GTC || this == GTD || this == DAY;
  }
}

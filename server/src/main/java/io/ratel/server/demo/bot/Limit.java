package io.ratel.server.demo.bot;

/** The rule that kept an order from being sent. */
public enum Limit {
  /** The bot's orders per second. */
  RATE,
  /** The largest order. */
  SIZE,
  INVENTORY,
  NOTIONAL,
  /** What all bots together may send. */
  BUDGET
}

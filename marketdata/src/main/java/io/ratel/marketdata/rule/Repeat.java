package io.ratel.marketdata.rule;

/** How often a rule may fire. */
public enum Repeat {
  ONCE,
  ALWAYS
}

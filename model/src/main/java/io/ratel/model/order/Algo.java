package io.ratel.model.order;

import java.util.Locale;

/** How a parent order is split over time; the order is the wire's and only grows at the end. */
public enum Algo {
  /** Time-weighted average price: equal slices at equal intervals. */
  TWAP,
  /** Volume-weighted average price: slices by a day's volume curve. */
  VWAP,
  /** Percentage of volume: a share of what others trade. */
  POV;

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.ratel.server.demo.strategy;

/**
 * Where a maker quotes (M. Avellaneda and S. Stoikov, "High-frequency trading in a limit order
 * book", 2008): around a reservation price that leans away from what it holds, at half a spread
 * that pays for the risk of holding it. Their closing time is a rolling horizon here, and risk and
 * arrival are counted in the price's own deviation over that horizon, so that one pair of numbers
 * fits every market.
 *
 * @param reservation the price at which it would as soon buy as sell
 * @param half from there to its best quote
 */
record InventoryQuote(double reservation, double half) {
  private static final double AVERSION = 0.1; // of a usual order in inventory
  private static final double ARRIVAL = 1.5; // how fast fills become rare with distance

  /**
   * @param sigma the value's deviation over the horizon
   * @param inventory in usual orders, long when positive
   */
  static InventoryQuote of(double value, double sigma, double inventory) {
    double reservation = value - inventory * AVERSION * sigma;
    double half = sigma * (AVERSION / 2 + Math.log1p(AVERSION / ARRIVAL) / AVERSION);
    return new InventoryQuote(reservation, half);
  }

  /** At another width, within bounds. */
  InventoryQuote widened(double factor, double least, double most) {
    return new InventoryQuote(reservation, Math.clamp(half * factor, least, Math.max(least, most)));
  }
}

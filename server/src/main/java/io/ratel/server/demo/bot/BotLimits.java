package io.ratel.server.demo.bot;

/**
 * What a bot may do. Sizes are in usual orders of the market at hand, so that one set of limits
 * fits all markets.
 *
 * @param ordersPerSecond placed; a cancel only ever lowers the risk and is not counted
 * @param order the largest one
 * @param inventory of one market, long or short of what it began with, when everything that is open
 *     on one side were filled
 * @param notional at risk over all markets, in USD: inventories and open orders at their prices
 */
public record BotLimits(double ordersPerSecond, double order, double inventory, double notional) {
  public BotLimits {
    require(ordersPerSecond, "ordersPerSecond");
    require(order, "order");
    require(inventory, "inventory");
    require(notional, "notional");
  }

  private static void require(double value, String name) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }
}

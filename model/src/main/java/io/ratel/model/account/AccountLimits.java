package io.ratel.model.account;

/**
 * What an account may do at most; 0 is no limit. Amounts are minor units of the quote asset of what
 * is traded, quantities lots.
 *
 * @param orderNotional value of one order
 * @param positionNotional value of one position at the reference price, with the order
 * @param dailyLoss realised loss and fees of a UTC day, after which only reducing is allowed
 * @param orderQuantity of one order
 * @param openOrders at a time
 * @param ordersPerSecond placed and replaced
 * @param collarPpm how far from the reference a limit price may lie on the costly side, millionths
 */
public record AccountLimits(
    long orderNotional,
    long positionNotional,
    long dailyLoss,
    long orderQuantity,
    int openOrders,
    int ordersPerSecond,
    int collarPpm) {
  public static final AccountLimits NONE = new AccountLimits(0, 0, 0, 0, 0, 0, 0);

  public AccountLimits {
    require("orderNotional", orderNotional);
    require("positionNotional", positionNotional);
    require("dailyLoss", dailyLoss);
    require("orderQuantity", orderQuantity);
    require("openOrders", openOrders);
    require("ordersPerSecond", ordersPerSecond);
    require("collarPpm", collarPpm);
  }

  private static void require(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, was " + value);
    }
  }
}

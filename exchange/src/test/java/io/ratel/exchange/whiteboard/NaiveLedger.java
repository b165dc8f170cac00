package io.ratel.exchange.whiteboard;

import io.ratel.model.order.Side;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Money in big integers: asset 0 pays, asset 1 is traded. */
final class NaiveLedger {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private final Map<String, BigInteger> totals = new HashMap<>();
  private final long makerPpm;
  private final long takerPpm;

  NaiveLedger(long makerPpm, long takerPpm) {
    this.makerPpm = makerPpm;
    this.takerPpm = takerPpm;
  }

  void deposit(long account, int asset, long amount) {
    move(1, account, asset, BigInteger.valueOf(amount));
  }

  private void move(long from, long to, int asset, BigInteger amount) {
    totals.merge(from + "/" + asset, amount.negate(), BigInteger::add);
    totals.merge(to + "/" + asset, amount, BigInteger::add);
  }

  BigInteger total(long account, int asset) {
    return totals.getOrDefault(account + "/" + asset, BigInteger.ZERO);
  }

  BigInteger held(long account, int asset, List<NaiveOrder> resting) {
    return resting.stream()
        .filter(order -> order.account == account && order.buys() == (asset == 0))
        .map(order -> needed(order.side, order.price, order.left))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  BigInteger needed(Side side, long price, long quantity) {
    if (side == Side.SELL) {
      return BigInteger.valueOf(quantity);
    }
    BigInteger value = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
    BigInteger[] fee =
        value
            .multiply(BigInteger.valueOf(Math.max(makerPpm, takerPpm)))
            .divideAndRemainder(MILLION);
    return value.add(fee[0]).add(BigInteger.valueOf(fee[1].signum()));
  }

  /** Settles a trade and returns both fees as text; in an auction both pay as makers. */
  String settle(NaiveOrder maker, NaiveOrder taker, long price, long quantity, boolean auction) {
    BigInteger value = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
    BigInteger makerFee = value.multiply(BigInteger.valueOf(makerPpm)).divide(MILLION);
    BigInteger takerFee =
        value.multiply(BigInteger.valueOf(auction ? makerPpm : takerPpm)).divide(MILLION);
    NaiveOrder buyer = taker.buys() ? taker : maker;
    NaiveOrder seller = taker.buys() ? maker : taker;
    move(buyer.account, seller.account, 0, value);
    move(seller.account, buyer.account, 1, BigInteger.valueOf(quantity));
    move(maker.account, 2, 0, makerFee);
    move(taker.account, 2, 0, takerFee);
    return makerFee + " " + takerFee;
  }
}

package io.ratel.exchange.machine;

import io.ratel.exchange.book.Orders;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.TimeInForce;

/** The bits the machine keeps with a resting order, in the slab's free flags. */
public final class Resting {
  public static final int REDUCE_ONLY = OrderTerms.REDUCE_ONLY;
  public static final int POST_ONLY = OrderTerms.POST_ONLY;

  /** It closes the other position of a hedging account. */
  public static final int CLOSES = 1 << 4;

  /** It is in a group, or a slice of a parent: someone wants to hear of its fills and its end. */
  public static final int RELATED = 1 << 5;

  /** It has an end. */
  public static final int EXPIRES = 1 << 6;

  /** A market order that waits for an auction and leaves with it. */
  public static final int AUCTION_ONLY = 1 << 7;

  /** It leaves when the market closes, whether by its calendar or not. */
  public static final int OF_THE_DAY = 1 << 2;

  private static final int SELF_TRADE_SHIFT = 8;
  private static final SelfTradePrevention[] PREVENTIONS = SelfTradePrevention.values();

  private Resting() {}

  public static int flags(OrderTerms terms) {
    int flags = terms.flags & (REDUCE_ONLY | POST_ONLY);
    flags |= terms.effect == PositionEffect.CLOSE ? CLOSES : 0;
    flags |= terms.group != 0 || terms.parent != 0 ? RELATED : 0;
    flags |= terms.expiryNs != 0 ? EXPIRES : 0;
    flags |= terms.timeInForce == TimeInForce.DAY ? OF_THE_DAY : 0;
    flags |= terms.has(OrderTerms.HIDDEN) ? Orders.HIDDEN : 0;
    return flags | terms.selfTrade.ordinal() << SELF_TRADE_SHIFT;
  }

  public static SelfTradePrevention selfTrade(int flags) {
    return PREVENTIONS[flags >> SELF_TRADE_SHIFT & 7];
  }

  public static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }
}

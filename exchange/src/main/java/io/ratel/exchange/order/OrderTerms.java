package io.ratel.exchange.order;

import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;

/**
 * Everything an order asks for, as one object that is filled anew for each: the machine's way in is
 * the same for an order from the wire, a triggered one, a child of a parent and a liquidation. It
 * packs into {@link #WORDS} words, so that an order that waits costs no object.
 */
public final class OrderTerms {
  /** Words of the packed form. */
  public static final int WORDS = 11;

  /** A flag: the order may only make the position smaller. */
  public static final int REDUCE_ONLY = 1;

  /** A flag: refused when it would trade at once. */
  public static final int POST_ONLY = 1 << 1;

  /** A flag: rests without being shown, behind what is shown at its price. */
  public static final int HIDDEN = 1 << 2;

  /** A flag: {@link #trail} is in millionths of the price, not in ticks. */
  public static final int TRAIL_PPM = 1 << 3;

  /** A flag: the mark triggers the order, not the last trade. */
  public static final int BY_MARK = 1 << 4;

  /** A flag of the machine's own orders: a liquidation pays no fee. */
  public static final int FREE = 1 << 5;

  /** A flag of the machine's own: the mark has been at the order's limit. */
  public static final int TOUCHED = 1 << 6;

  private static final OrderType[] TYPES = OrderType.values();
  private static final TimeInForce[] TIMES = TimeInForce.values();
  private static final Side[] SIDES = Side.values();
  private static final SelfTradePrevention[] PREVENTIONS = SelfTradePrevention.values();
  private static final PositionEffect[] EFFECTS = PositionEffect.values();

  /** The order's id. */
  public long id;

  /** The account's number among the accounts, not its id. */
  public int account;

  public int instrument;
  public Side side = Side.BUY;
  public OrderType type = OrderType.LIMIT;
  public TimeInForce timeInForce = TimeInForce.GTC;
  public SelfTradePrevention selfTrade = SelfTradePrevention.NONE;
  public PositionEffect effect = PositionEffect.OPEN;

  /** Ticks; 0 when the type has no limit. */
  public long price;

  /** Lots. */
  public long quantity;

  /** Ticks; 0 when the order does not wait. A trailing stop's moves. */
  public long trigger;

  /** How far a trailing stop follows, in ticks or in millionths. */
  public long trail;

  /** Lots an iceberg shows at a time; 0 shows all. */
  public long display;

  /** When it expires, nanoseconds since 1970 UTC; 0 never. */
  public long expiryNs;

  /** The linked group it belongs to; 0 none. */
  public long group;

  /** The order that made this one; 0 none. */
  public long parent;

  public int flags;

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Makes it a plain good-till-canceled limit order of nobody. */
  public void clear() {
    id = 0;
    account = 0;
    instrument = 0;
    side = Side.BUY;
    type = OrderType.LIMIT;
    timeInForce = TimeInForce.GTC;
    selfTrade = SelfTradePrevention.NONE;
    effect = PositionEffect.OPEN;
    price = 0;
    quantity = 0;
    trigger = 0;
    trail = 0;
    display = 0;
    expiryNs = 0;
    group = 0;
    parent = 0;
    flags = 0;
  }

  /** Writes the packed form at {@code at}. */
  public void pack(long[] words, int at) {
    words[at] = id;
    words[at + 1] = (long) account << 32 | instrument;
    words[at + 2] =
        side.ordinal()
            | type.ordinal() << 4
            | timeInForce.ordinal() << 8
            | selfTrade.ordinal() << 12
            | effect.ordinal() << 16
            | (long) flags << 32;
    words[at + 3] = price;
    words[at + 4] = quantity;
    words[at + 5] = trigger;
    words[at + 6] = trail;
    words[at + 7] = display;
    words[at + 8] = expiryNs;
    words[at + 9] = group;
    words[at + 10] = parent;
  }

  /** Reads the packed form at {@code at}. */
  public void unpack(long[] words, int at) {
    id = words[at];
    account = (int) (words[at + 1] >> 32);
    instrument = (int) words[at + 1];
    long kinds = words[at + 2];
    side = SIDES[(int) kinds & 0xF];
    type = TYPES[(int) (kinds >> 4) & 0xF];
    timeInForce = TIMES[(int) (kinds >> 8) & 0xF];
    selfTrade = PREVENTIONS[(int) (kinds >> 12) & 0xF];
    effect = EFFECTS[(int) (kinds >> 16) & 0xF];
    flags = (int) (kinds >> 32);
    price = words[at + 3];
    quantity = words[at + 4];
    trigger = words[at + 5];
    trail = words[at + 6];
    display = words[at + 7];
    expiryNs = words[at + 8];
    group = words[at + 9];
    parent = words[at + 10];
  }
}

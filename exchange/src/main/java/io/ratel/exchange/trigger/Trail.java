package io.ratel.exchange.trigger;

import io.ratel.exchange.corporateaction.Split;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.money.Exact;
import io.ratel.model.order.Side;
import java.math.RoundingMode;

/**
 * Where the trigger of a trailing stop stands. A sale's is the best high less the trail, a buy's
 * the best low plus the trail. A trail in millionths is rounded up to ticks, so that the stop is
 * never nearer than asked. Since the trigger grows with the price, the trigger itself remembers the
 * best price. Prices are positive; trigger 0 is that of a stop that no price can reach: a sale
 * whose trail is longer than the price, or one that has seen no price yet. A trigger beyond a
 * {@code long} stays at its end, where no price is.
 */
public final class Trail {
  /** One whole, in millionths. */
  public static final int WHOLE_PPM = 1_000_000;

  private Trail() {}

  /** Whether a trail is one: positive and, in millionths, less than the whole. */
  public static boolean isValid(OrderTerms terms) {
    return terms.trail > 0 && (!terms.has(OrderTerms.TRAIL_PPM) || terms.trail < WHOLE_PPM);
  }

  /** The trigger that a stop would have, had it seen no price but this. */
  public static long trigger(OrderTerms terms, long price) {
    boolean ppm = terms.has(OrderTerms.TRAIL_PPM);
    if (terms.side == Side.SELL) {
      return ppm
          ? Exact.mulDiv(price, WHOLE_PPM - terms.trail, WHOLE_PPM, RoundingMode.FLOOR)
          : Math.max(0, price - terms.trail);
    }
    return upTo(
        price,
        ppm ? Exact.mulDiv(price, terms.trail, WHOLE_PPM, RoundingMode.CEILING) : terms.trail);
  }

  /** The trigger of a stop that now sees this price too: nearer than before, or as before. */
  public static long follow(OrderTerms terms, long price) {
    long here = trigger(terms, price);
    if (terms.side == Side.SELL) {
      return Math.max(terms.trigger, here);
    }
    return terms.trigger == 0 ? here : Math.min(terms.trigger, here);
  }

  /**
   * Lets a stop's trail and trigger follow a split, neither nearer to the market than before; a
   * trail in millionths stays what it is.
   */
  public static void split(OrderTerms terms, Split ratio) {
    if (!terms.has(OrderTerms.TRAIL_PPM)) {
      terms.trail = Math.max(1, ratio.price(Side.SELL, terms.trail));
    }
    terms.trigger = ratio.price(terms.side.opposite(), terms.trigger);
  }

  /** The first price, up for a sale and down for a buy, at which the trigger would move. */
  static long movesAt(OrderTerms terms) {
    boolean ppm = terms.has(OrderTerms.TRAIL_PPM);
    if (terms.side == Side.BUY) {
      if (terms.trigger == 0) {
        return Long.MAX_VALUE;
      }
      return ppm
          ? Exact.mulDiv(terms.trigger - 1, WHOLE_PPM, WHOLE_PPM + terms.trail, RoundingMode.FLOOR)
          : terms.trigger - terms.trail - 1;
    }
    if (!ppm) {
      return upTo(upTo(terms.trigger, terms.trail), 1);
    }
    long left = WHOLE_PPM - terms.trail;
    boolean far = terms.trigger >= Long.MAX_VALUE / WHOLE_PPM;
    if (far && terms.trigger >= Exact.mulDiv(Long.MAX_VALUE, left, WHOLE_PPM, RoundingMode.FLOOR)) {
      return Long.MAX_VALUE;
    }
    return Exact.mulDiv(terms.trigger + 1, WHOLE_PPM, left, RoundingMode.CEILING);
  }

  /** The sum of two that are not negative, at most {@link Long#MAX_VALUE}. */
  private static long upTo(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

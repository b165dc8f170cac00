package io.ratel.marketdata.pair;

import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What traded lately: turnover and volume of a sliding window, in thirty steps, exact to the last
 * digit by sums of 128 bits. When a market begins to use finer decimals it begins anew. One thread
 * at a time.
 */
public final class Turnover {
  private static final int STEPS = 30;
  private static final int WIDTH = 4; // step, turnover high and low, volume
  private static final long NONE = Long.MIN_VALUE;

  /** Sums over the window. */
  public record Sums(BigDecimal turnover, BigDecimal volume) {
    static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private final long stepNs;
  private long @Nullable [] cells;
  private @Nullable Market market;

  /**
   * @param windowNs at least thirty
   */
  public Turnover(long windowNs) {
    this.stepNs = windowNs / STEPS;
  }

  /** Counts a trade by the venue's time; one that is older than the window changes nothing. */
  public void add(Trade trade) {
    long[] held = cells;
    if (held == null || market != trade.market()) {
      held = begin(held, trade.market());
    }
    long step = Math.floorDiv(trade.exchangeTimeNs(), stepNs);
    int at = (int) Math.floorMod(step, (long) STEPS) * WIDTH;
    if (held[at] > step) {
      return;
    }
    if (held[at] < step) {
      held[at] = step;
      held[at + 1] = 0;
      held[at + 2] = 0;
      held[at + 3] = 0;
    }
    long volume = held[at + 3] + trade.quantity();
    if (volume < 0) {
      return; // would not fit; a step of such a size is no price either
    }
    long low = trade.price() * trade.quantity();
    long sum = held[at + 2] + low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    held[at + 1] += Math.multiplyHigh(trade.price(), trade.quantity()) + carry;
    held[at + 2] = sum;
    held[at + 3] = volume;
  }

  private long[] begin(long @Nullable [] held, Market next) {
    Market before = market;
    market = next;
    if (held != null
        && before != null
        && before.priceScale() == next.priceScale()
        && before.quantityScale() == next.quantityScale()) {
      return held;
    }
    long[] empty = held == null ? new long[STEPS * WIDTH] : held;
    Arrays.fill(empty, 0);
    for (int at = 0; at < empty.length; at += WIDTH) {
      empty[at] = NONE;
    }
    cells = empty;
    return empty;
  }

  /** Of the steps that are in the window now. */
  public Sums sums(long nowNs) {
    long[] held = cells;
    Market of = market;
    if (held == null || of == null) {
      return Sums.NONE;
    }
    long last = Math.floorDiv(nowNs, stepNs);
    BigInteger turnover = BigInteger.ZERO;
    BigInteger volume = BigInteger.ZERO;
    for (int at = 0; at < held.length; at += WIDTH) {
      if (held[at] > last - STEPS && held[at] <= last + 1) {
        turnover =
            turnover.add(
                BigInteger.valueOf(held[at + 1])
                    .shiftLeft(Long.SIZE)
                    .add(new BigInteger(Long.toUnsignedString(held[at + 2]))));
        volume = volume.add(BigInteger.valueOf(held[at + 3]));
      }
    }
    return new Sums(
        new BigDecimal(turnover, of.priceScale() + of.quantityScale()),
        new BigDecimal(volume, of.quantityScale()));
  }
}

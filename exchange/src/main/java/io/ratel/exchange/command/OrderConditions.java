package io.ratel.exchange.command;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.Algo;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import java.util.List;
import java.util.Optional;

/**
 * What an order may ask for beyond a price and a quantity. Prices are ticks, quantities lots, times
 * nanoseconds since 1970 UTC; 0 leaves a thing out.
 *
 * @param trigger where a type that waits becomes active; where a trailing stop begins
 * @param trail how far a trailing stop keeps away, in ticks or, with {@link OrderTerms#TRAIL_PPM},
 *     millionths
 * @param display what an iceberg shows at a time
 * @param expiryNs the end of a GTD order
 * @param takeProfit price of a limit order that closes what this one fills
 * @param stopLoss trigger of a stop that closes what this one fills; of the two, one cancels the
 *     other
 * @param stopLossLimit price of the stop's limit order; 0 makes it a market order
 * @param flags of {@link OrderTerms}, and {@link #ONE_CANCELS_OTHER}
 * @param split how a parent order is worked over time
 */
public record OrderConditions(
    long trigger,
    long trail,
    long display,
    long expiryNs,
    long takeProfit,
    long stopLoss,
    long stopLossLimit,
    int flags,
    SelfTradePrevention selfTrade,
    PositionEffect effect,
    Optional<Split> split) {
  /** A flag: the order itself is the profit side, and {@code stopLoss} its other. */
  public static final int ONE_CANCELS_OTHER = 1 << 8;

  public static final OrderConditions NONE = new Builder().build();

  /**
   * How a parent order is worked.
   *
   * @param startNs 0 for at once
   * @param intervalNs between slices
   * @param participationPpm of what others trade, for {@link Algo#POV}
   * @param weights of a VWAP's equal stretches of time, at most 24; none for equal ones
   */
  public record Split(
      Algo algo,
      long startNs,
      long endNs,
      long intervalNs,
      int participationPpm,
      List<Integer> weights) {
    public Split {
      weights = List.copyOf(weights);
    }
  }

  /** Sets what is wanted and leaves out the rest. */
  public static final class Builder {
    private long trigger;
    private long trail;
    private long display;
    private long expiryNs;
    private long takeProfit;
    private long stopLoss;
    private long stopLossLimit;
    private int flags;
    private SelfTradePrevention selfTrade = SelfTradePrevention.NONE;
    private PositionEffect effect = PositionEffect.OPEN;
    private Optional<Split> split = Optional.empty();

    public Builder trigger(long ticks) {
      trigger = ticks;
      return this;
    }

    public Builder trail(long ticks) {
      trail = ticks;
      return this;
    }

    public Builder trailPpm(long ppm) {
      trail = ppm;
      return flag(OrderTerms.TRAIL_PPM);
    }

    public Builder display(long lots) {
      display = lots;
      return this;
    }

    public Builder expiryNs(long ns) {
      expiryNs = ns;
      return this;
    }

    public Builder takeProfit(long ticks) {
      takeProfit = ticks;
      return this;
    }

    public Builder stopLoss(long ticks) {
      stopLoss = ticks;
      return this;
    }

    public Builder stopLossLimit(long ticks) {
      stopLossLimit = ticks;
      return this;
    }

    public Builder flag(int flag) {
      flags |= flag;
      return this;
    }

    public Builder selfTrade(SelfTradePrevention mode) {
      selfTrade = mode;
      return this;
    }

    public Builder effect(PositionEffect of) {
      effect = of;
      return this;
    }

    public Builder split(Split how) {
      split = Optional.of(how);
      return this;
    }

    public OrderConditions build() {
      return new OrderConditions(
          trigger,
          trail,
          display,
          expiryNs,
          takeProfit,
          stopLoss,
          stopLossLimit,
          flags,
          selfTrade,
          effect,
          split);
    }
  }
}

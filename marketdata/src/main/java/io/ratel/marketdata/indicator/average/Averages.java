package io.ratel.marketdata.indicator.average;

import io.ratel.marketdata.indicator.Definition;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorSpec.Pane;
import io.ratel.marketdata.indicator.Step;
import java.util.List;

/** The averages. */
public final class Averages {
  private static final String PERIOD = "period";
  private static final String SEED = "The first value is the mean of the first n values.";

  private Averages() {}

  public static List<Indicator> all() {
    return List.of(
        average("sma", "Simple moving average", 20, 0)
            .convention("The mean of the newest n values.")
            .reference("Any textbook.")
            .steps(a -> new Sma(a.whole(PERIOD))),
        average("ema", "Exponential moving average", 20, 0)
            .convention("Weight 2/(n+1). " + SEED)
            .reference("Appel, The Moving Average Convergence-Divergence Method, 1979.")
            .steps(a -> new Ema(a.whole(PERIOD))),
        average("rma", "Wilder's smoothing", 14, 0)
            .convention("Weight 1/n. " + SEED)
            .reference("Wilder, New Concepts in Technical Trading Systems, 1978, p. 21.")
            .steps(a -> Ema.wilder(a.whole(PERIOD))),
        average("wma", "Weighted moving average", 20, 0)
            .convention("Weights from 1 for the oldest value to n for the newest.")
            .reference("Any textbook.")
            .steps(a -> new Wma(a.whole(PERIOD))),
        average("dema", "Double exponential moving average", 20, 1)
            .convention("2 EMA - EMA(EMA), each with a seed of its own.")
            .reference("Mulloy, Stocks & Commodities 12:1, 1994.")
            .steps(a -> dema(a.whole(PERIOD))),
        average("tema", "Triple exponential moving average", 20, 2)
            .convention("3 EMA - 3 EMA(EMA) + EMA(EMA(EMA)), each with a seed of its own.")
            .reference("Mulloy, Stocks & Commodities 12:1, 1994.")
            .steps(a -> tema(a.whole(PERIOD))),
        hull(),
        Definition.ofValues("kama", "Kaufman's adaptive moving average", Pane.OVERLAY)
            .rows(PERIOD, "Rows of the efficiency ratio", 10, 1)
            .rows("fast", "The fastest mean's period", 2, 1)
            .rows("slow", "The slowest mean's period", 30, 2)
            .below("fast", "slow")
            .warmUp(a -> a.whole(PERIOD))
            .convention("Starts from the value before its first one, as TA-Lib does.")
            .reference("Kaufman, Smarter Trading, 1995.")
            .steps(a -> new Kama(a.whole(PERIOD), a.whole("fast"), a.whole("slow"))),
        Definition.ofValues("trix", "TRIX", Pane.OWN)
            .rows(PERIOD, "Rows of each mean", 15, 1)
            .warmUp(a -> 3 * (a.whole(PERIOD) - 1) + 1)
            .convention("The change of EMA(EMA(EMA)) against the row before, in per cent.")
            .reference("Hutson, Stocks & Commodities 1:5, 1983.")
            .steps(a -> trix(a.whole(PERIOD))));
  }

  /**
   * @param further how many more means run on the first
   */
  private static Definition average(String name, String title, int preset, int further) {
    return Definition.ofValues(name, title, Pane.OVERLAY)
        .rows(PERIOD, "Rows of the mean", preset, 1)
        .warmUp(a -> (1 + further) * (a.whole(PERIOD) - 1));
  }

  private static Indicator hull() {
    return Definition.ofValues("hma", "Hull moving average", Pane.OVERLAY)
        .rows(PERIOD, "Rows of the mean", 16, 2)
        .warmUp(a -> a.whole(PERIOD) - 1 + root(a.whole(PERIOD)) - 1)
        .convention("WMA of 2 WMA(n/2) - WMA(n) over the root of n, both rounded down.")
        .reference("Hull, Hull Moving Average, 2005.")
        .steps(a -> hull(a.whole(PERIOD)));
  }

  private static int root(int period) {
    return (int) Math.sqrt(period);
  }

  private static Step hull(int period) {
    Step half = new Wma(period / 2);
    Step whole = new Wma(period);
    Step smooth = new Wma(root(period));
    return value -> smooth.next(2 * half.next(value) - whole.next(value));
  }

  private static Step dema(int period) {
    Step first = new Ema(period);
    Step second = new Ema(period);
    return value -> {
      double one = first.next(value);
      return 2 * one - second.next(one);
    };
  }

  private static Step tema(int period) {
    Step first = new Ema(period);
    Step second = new Ema(period);
    Step third = new Ema(period);
    return value -> {
      double one = first.next(value);
      double two = second.next(one);
      return 3 * one - 3 * two + third.next(two);
    };
  }

  private static Step trix(int period) {
    Step first = new Ema(period);
    Step second = new Ema(period);
    Step third = new Ema(period);
    double[] before = {Double.NaN};
    return value -> {
      double now = third.next(second.next(first.next(value)));
      double change = 100 * (now / before[0] - 1);
      before[0] = Double.isNaN(now) ? before[0] : now;
      return change;
    };
  }
}

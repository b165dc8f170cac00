package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.Definition;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.IndicatorSpec.Pane;
import io.ratel.marketdata.indicator.Step;
import io.ratel.marketdata.indicator.average.Ema;
import io.ratel.marketdata.indicator.average.Sma;
import io.ratel.marketdata.indicator.window.Delay;
import io.ratel.marketdata.indicator.window.WindowExtreme;
import io.ratel.marketdata.indicator.window.WindowSum;
import java.util.List;

/** Oscillators of values. */
public final class Oscillators {
  private static final String PERIOD = "period";
  private static final String SIGNAL = "signal";

  private Oscillators() {}

  public static List<Indicator> all() {
    return List.of(
        Definition.ofValues("rsi", "Relative strength index", Pane.OWN)
            .rows(PERIOD, "Changes that are averaged", 14, 1)
            .warmUp(a -> a.whole(PERIOD))
            .convention(
                "The first averages are the means of the first n changes, later ones Wilder's"
                    + " smoothing; 50 where nothing changed (TA-Lib: 0).")
            .reference("Wilder, New Concepts in Technical Trading Systems, 1978, section VI.")
            .steps(a -> new Rsi(a.whole(PERIOD))),
        macd(),
        Definition.ofValues("ppo", "Percentage price oscillator", Pane.OWN)
            .rows("fast", "Rows of the fast mean", 12, 1)
            .rows("slow", "Rows of the slow mean", 26, 2)
            .below("fast", "slow")
            .warmUp(a -> a.whole("slow") - 1)
            .convention("The difference of two EMA in per cent of the slow one, each seeded alone.")
            .reference("Appel, The Moving Average Convergence-Divergence Method, 1979.")
            .steps(a -> ppo(a.whole("fast"), a.whole("slow"))),
        stochasticRsi(),
        Definition.ofValues("roc", "Rate of change", Pane.OWN)
            .rows(PERIOD, "Rows back", 10, 1)
            .warmUp(a -> a.whole(PERIOD))
            .convention("In per cent of the value n rows ago; no number where that is 0.")
            .reference("Any textbook.")
            .steps(a -> roc(a.whole(PERIOD))),
        Definition.ofValues("momentum", "Momentum", Pane.OWN)
            .rows(PERIOD, "Rows back", 10, 1)
            .warmUp(a -> a.whole(PERIOD))
            .convention("The value less that of n rows ago.")
            .reference("Any textbook.")
            .steps(a -> momentum(a.whole(PERIOD))),
        Definition.ofValues("cmo", "Chande momentum oscillator", Pane.OWN)
            .rows(PERIOD, "Changes that are summed", 14, 1)
            .warmUp(a -> a.whole(PERIOD))
            .convention(
                "Plain sums of gains and losses, as published (TA-Lib: Wilder's smoothing);"
                    + " 0 where nothing changed.")
            .reference("Chande and Kroll, The New Technical Trader, 1994.")
            .steps(a -> cmo(a.whole(PERIOD))),
        Definition.ofBars("awesome-oscillator", "Awesome oscillator", Pane.OWN)
            .rows("fast", "Rows of the fast mean", 5, 1)
            .rows("slow", "Rows of the slow mean", 34, 2)
            .below("fast", "slow")
            .warmUp(a -> a.whole("slow") - 1)
            .convention("The difference of two simple means of the middle of high and low.")
            .reference("B. Williams, New Trading Dimensions, 1998.")
            .runs(a -> awesome(a.whole("fast"), a.whole("slow"))));
  }

  private static Indicator macd() {
    return Definition.ofValues("macd", "MACD", Pane.OWN)
        .rows("fast", "Rows of the fast mean", 12, 1)
        .rows("slow", "Rows of the slow mean", 26, 2)
        .rows(SIGNAL, "Rows of the line's mean", 9, 1)
        .below("fast", "slow")
        .also(SIGNAL, "histogram")
        .warmUp(a -> a.whole("slow") - 1)
        .convention(
            "Each EMA starts at the mean of its own first values (TA-Lib starts the fast one"
                + " later, with the rows before the slow one's first; the difference fades).")
        .reference("Appel, The Moving Average Convergence-Divergence Method, 1979.")
        .runs(a -> new Macd(a.whole("fast"), a.whole("slow"), a.whole(SIGNAL)));
  }

  private static Indicator stochasticRsi() {
    return Definition.ofValues("stochastic-rsi", "Stochastic RSI", Pane.OWN)
        .rows(PERIOD, "Changes of the RSI", 14, 1)
        .rows("range", "Rows of the RSI's range", 14, 1)
        .rows("slowing", "Rows that %K is smoothed over; 1 as published", 3, 1)
        .rows(SIGNAL, "Rows of %D", 3, 1)
        .also("d")
        .warmUp(a -> a.whole(PERIOD) + a.whole("range") - 1 + a.whole("slowing") - 1)
        .convention("0 to 100; 50 where the RSI did not move.")
        .reference("Chande and Kroll, The New Technical Trader, 1994.")
        .runs(
            a ->
                new StochasticRsi(
                    a.whole(PERIOD), a.whole("range"), a.whole("slowing"), a.whole(SIGNAL)));
  }

  private static Step ppo(int fast, int slow) {
    Step quick = new Ema(fast);
    Step steady = new Ema(slow);
    return value -> {
      double near = quick.next(value);
      double far = steady.next(value);
      return far == 0 ? Double.NaN : 100 * (near - far) / far;
    };
  }

  private static Step roc(int period) {
    Delay delay = new Delay(period);
    return value -> {
      double before = delay.next(value);
      return before == 0 ? Double.NaN : 100 * (value / before - 1);
    };
  }

  private static Step momentum(int period) {
    Delay delay = new Delay(period);
    return value -> value - delay.next(value);
  }

  private static Step cmo(int period) {
    Delay delay = new Delay(1);
    WindowSum gains = new WindowSum(period);
    WindowSum losses = new WindowSum(period);
    return value -> {
      double change = value - delay.next(value);
      if (Double.isNaN(change)) {
        return Double.NaN;
      }
      double up = gains.next(Math.max(change, 0));
      double down = losses.next(Math.max(-change, 0));
      return up + down == 0 ? 0 : 100 * (up - down) / (up + down);
    };
  }

  private static IndicatorRun awesome(int fast, int slow) {
    Step quick = new Sma(fast);
    Step steady = new Sma(slow);
    return (in, at, out, to) -> {
      double middle = in.middle(at);
      out[0][to] = quick.next(middle) - steady.next(middle);
    };
  }

  /** Williams' %R. */
  static IndicatorRun williams(int period) {
    WindowExtreme highest = WindowExtreme.highest(period);
    WindowExtreme lowest = WindowExtreme.lowest(period);
    return (in, at, out, to) -> {
      double high = highest.next(in.high(at));
      double low = lowest.next(in.low(at));
      out[0][to] = Stochastic.place(in.close(at), low, high) - 100;
    };
  }
}

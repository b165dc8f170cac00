package io.ratel.marketdata.indicator.volume;

import io.ratel.marketdata.indicator.Definition;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.IndicatorSpec.Pane;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.average.Ema;
import io.ratel.marketdata.indicator.window.CompensatedSum;
import io.ratel.marketdata.indicator.window.Delay;
import io.ratel.marketdata.indicator.window.WindowSum;
import java.util.List;

/** What is made of volume. */
public final class Volumes {
  private static final String PERIOD = "period";

  private Volumes() {}

  public static List<Indicator> all() {
    return List.of(
        Definition.ofBars("vwap", "VWAP of the session", Pane.OVERLAY)
            .sessions()
            .convention(
                "Typical price by volume since midnight UTC of the row's time; rows without times"
                    + " are one session. No number before the first volume.")
            .reference("Berkowitz, Logue and Noser, Journal of Finance 43:1, 1988.")
            .runs(a -> new Vwap()),
        Definition.ofBars("vwap-rolling", "VWAP of the newest rows", Pane.OVERLAY)
            .rows(PERIOD, "Rows that are looked at", 20, 1)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("Typical price by volume; no number where there was no volume.")
            .reference("Berkowitz, Logue and Noser, Journal of Finance 43:1, 1988.")
            .runs(a -> rolling(a.whole(PERIOD))),
        Definition.ofBars("obv", "On-balance volume", Pane.OWN)
            .convention("Starts at the first row's volume, as in TA-Lib (Granville: anywhere).")
            .reference("Granville, New Key to Stock Market Profits, 1963.")
            .runs(a -> balance()),
        Definition.ofBars("accumulation-distribution", "Accumulation/distribution line", Pane.OWN)
            .convention("A row without a range adds nothing.")
            .reference("Chaikin, after Williams, 1970s.")
            .runs(a -> accumulation()),
        Definition.ofBars("chaikin-money-flow", "Chaikin money flow", Pane.OWN)
            .rows(PERIOD, "Rows that are looked at", 20, 1)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("-1 to 1; no number where there was no volume.")
            .reference("Chaikin, 1980s.")
            .runs(a -> moneyFlow(a.whole(PERIOD))),
        Definition.ofBars("chaikin-oscillator", "Chaikin oscillator", Pane.OWN)
            .rows("fast", "Rows of the fast mean", 3, 1)
            .rows("slow", "Rows of the slow mean", 10, 2)
            .below("fast", "slow")
            .warmUp(a -> a.whole("slow") - 1)
            .convention(
                "Two EMA of the accumulation/distribution line, each starting at the mean of its"
                    + " first values (TA-Lib: at the first value; the difference fades).")
            .reference("Chaikin, 1980s.")
            .runs(a -> oscillator(a.whole("fast"), a.whole("slow"))),
        Definition.ofBars("mfi", "Money flow index", Pane.OWN)
            .rows(PERIOD, "Rows that are summed", 14, 1)
            .warmUp(a -> a.whole(PERIOD))
            .convention("Plain sums from the second row on; 50 where nothing flowed (TA-Lib: 0).")
            .reference("Quong and Soudack, Stocks & Commodities 7:3, 1989.")
            .runs(a -> new MoneyFlowIndex(a.whole(PERIOD))),
        Definition.ofBars("force-index", "Force index", Pane.OWN)
            .rows(PERIOD, "Rows of the mean", 13, 1)
            .warmUp(a -> a.whole(PERIOD))
            .convention("EMA of the close's change times volume, from the second row on.")
            .reference("Elder, Trading for a Living, 1993.")
            .runs(a -> force(a.whole(PERIOD))));
  }

  private static IndicatorRun rolling(int period) {
    WindowSum worth = new WindowSum(period);
    WindowSum volume = new WindowSum(period);
    return (in, at, out, to) -> {
      double sum = worth.next(in.typical(at) * in.volume(at));
      double over = volume.next(in.volume(at));
      out[0][to] = over == 0 ? Double.NaN : sum / over;
    };
  }

  private static IndicatorRun balance() {
    CompensatedSum sum = new CompensatedSum();
    Delay delay = new Delay(1);
    return (in, at, out, to) -> {
      double before = delay.next(in.close(at));
      double sign = Double.isNaN(before) ? 1 : Math.signum(in.close(at) - before);
      sum.add(sign * in.volume(at));
      out[0][to] = sum.value();
    };
  }

  /** The part of the volume that the close's place in the range gives to buyers, less the rest. */
  private static double flow(Series in, int at) {
    double range = in.high(at) - in.low(at);
    double place = in.close(at) - in.low(at) - (in.high(at) - in.close(at));
    return range == 0 ? 0 : place / range * in.volume(at);
  }

  private static IndicatorRun accumulation() {
    CompensatedSum sum = new CompensatedSum();
    return (in, at, out, to) -> {
      sum.add(flow(in, at));
      out[0][to] = sum.value();
    };
  }

  private static IndicatorRun oscillator(int fast, int slow) {
    CompensatedSum sum = new CompensatedSum();
    Ema quick = new Ema(fast);
    Ema steady = new Ema(slow);
    return (in, at, out, to) -> {
      sum.add(flow(in, at));
      out[0][to] = quick.next(sum.value()) - steady.next(sum.value());
    };
  }

  private static IndicatorRun moneyFlow(int period) {
    WindowSum flows = new WindowSum(period);
    WindowSum volumes = new WindowSum(period);
    return (in, at, out, to) -> {
      double sum = flows.next(flow(in, at));
      double over = volumes.next(in.volume(at));
      out[0][to] = over == 0 ? Double.NaN : sum / over;
    };
  }

  private static IndicatorRun force(int period) {
    Ema mean = new Ema(period);
    Delay delay = new Delay(1);
    return (in, at, out, to) ->
        out[0][to] = mean.next((in.close(at) - delay.next(in.close(at))) * in.volume(at));
  }
}

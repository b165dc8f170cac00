package io.ratel.marketdata.indicator.volatility;

import io.ratel.marketdata.indicator.Definition;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.IndicatorSpec.Pane;
import io.ratel.marketdata.indicator.Step;
import io.ratel.marketdata.indicator.window.WindowExtreme;
import java.util.List;

/** What is drawn around a price. */
public final class Channels {
  private static final String PERIOD = "period";
  private static final String[] SIDES = {"upper", "lower"};

  private Channels() {}

  public static List<Indicator> all() {
    return List.of(
        Definition.ofValues("bollinger", "Bollinger bands", Pane.OVERLAY)
            .rows(PERIOD, "Rows of mean and deviation", 20, 2)
            .number("deviations", "How wide the bands are", 2, 0, 100)
            .also(SIDES)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("A simple mean, and the deviation of the window as a whole population.")
            .reference("Bollinger, Bollinger on Bollinger Bands, 2001.")
            .runs(a -> new Bollinger(a.whole(PERIOD), a.number("deviations"))),
        Definition.ofBars("donchian", "Donchian channel", Pane.OVERLAY)
            .rows(PERIOD, "Rows of the range", 20, 1)
            .also(SIDES)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("The row itself is in; the main value is the middle.")
            .reference("Donchian, Commodities Year Book, 1960.")
            .runs(a -> donchian(a.whole(PERIOD))),
        Definition.ofBars("keltner", "Keltner channel", Pane.OVERLAY)
            .rows(PERIOD, "Rows of the mean", 20, 1)
            .rows("rangePeriod", "Rows of the range", 10, 1)
            .number("ranges", "How wide the channel is", 2, 0, 100)
            .also(SIDES)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("EMA of the close, average true range by Wilder's smoothing.")
            .reference("Keltner 1960, in the form of Raschke and Connors, Street Smarts, 1995.")
            .runs(a -> new Keltner(a.whole(PERIOD), a.whole("rangePeriod"), a.number("ranges"))),
        Definition.ofBars("ichimoku", "Ichimoku", Pane.OVERLAY)
            .rows("conversion", "Rows of the conversion line", 9, 1)
            .rows("base", "Rows of the base line", 26, 1)
            .rows("span", "Rows of the second span", 52, 1)
            .rows("displacement", "How far ahead the spans are drawn", 26, 1)
            .also("base", "spanA", "spanB")
            .warmUp(a -> a.whole("conversion") - 1)
            .convention(
                "The spans of a row are those made so many rows before. The lagging line is the"
                    + " close drawn back and is not among the outputs: no row knows a later one.")
            .reference("Hosoda, Ichimoku Kinko Hyo, 1969.")
            .runs(
                a ->
                    new Ichimoku(
                        a.whole("conversion"),
                        a.whole("base"),
                        a.whole("span"),
                        a.whole("displacement"))),
        Definition.ofBars("supertrend", "SuperTrend", Pane.OVERLAY)
            .rows(PERIOD, "Rows of the range", 10, 1)
            .number("ranges", "How far the band is", 3, 0.01, 100)
            .also("direction")
            .warmUp(a -> a.whole(PERIOD))
            .convention("Starts rising; direction is 1 while it rises and -1 while it falls.")
            .reference("Seban, Tout le monde mérite d'être riche, 2009.")
            .runs(a -> new SuperTrend(a.whole(PERIOD), a.number("ranges"))),
        Definition.ofValues("highest", "Highest value", Pane.OVERLAY)
            .rows(PERIOD, "Rows that are looked at", 20, 1)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("The row itself is in.")
            .reference("Any textbook.")
            .steps(a -> extreme(WindowExtreme.highest(a.whole(PERIOD)))),
        Definition.ofValues("lowest", "Lowest value", Pane.OVERLAY)
            .rows(PERIOD, "Rows that are looked at", 20, 1)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("The row itself is in.")
            .reference("Any textbook.")
            .steps(a -> extreme(WindowExtreme.lowest(a.whole(PERIOD)))));
  }

  private static Step extreme(WindowExtreme window) {
    return value -> Double.isNaN(value) ? value : window.next(value);
  }

  private static IndicatorRun donchian(int period) {
    WindowExtreme highest = WindowExtreme.highest(period);
    WindowExtreme lowest = WindowExtreme.lowest(period);
    return (in, at, out, to) -> {
      double high = highest.next(in.high(at));
      double low = lowest.next(in.low(at));
      out[0][to] = (high + low) / 2;
      out[1][to] = high;
      out[2][to] = low;
    };
  }
}

package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.Definition;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorSpec.Pane;
import java.util.List;

/** Measures of bars: where the close lies in a range, and how strong a trend is. */
public final class Trends {
  private static final String PERIOD = "period";
  private static final String WILDER = "Wilder, New Concepts in Technical Trading Systems, 1978, ";

  private Trends() {}

  public static List<Indicator> all() {
    return List.of(
        adx(),
        stochastic(),
        Definition.ofBars("stochastic-fast", "Stochastic, fast", Pane.OWN)
            .rows(PERIOD, "Rows of the range", 14, 1)
            .rows("signal", "Rows of %D", 3, 1)
            .also("d")
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("%K is not smoothed; 50 where the range is empty (TA-Lib: 0).")
            .reference("Lane, Stocks & Commodities 2:3, 1984.")
            .runs(a -> new Stochastic(a.whole(PERIOD), 1, a.whole("signal"))),
        Definition.ofBars("williams-r", "Williams' %R", Pane.OWN)
            .rows(PERIOD, "Rows of the range", 14, 1)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("-100 to 0; -50 where the range is empty.")
            .reference("L. Williams, How I Made One Million Dollars, 1973.")
            .runs(a -> Oscillators.williams(a.whole(PERIOD))),
        Definition.ofBars("cci", "Commodity channel index", Pane.OWN)
            .rows(PERIOD, "Rows of the mean", 20, 2)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("Mean deviation from the window's own mean, times 0.015.")
            .reference("Lambert, Commodities, October 1980.")
            .runs(a -> new Cci(a.whole(PERIOD))),
        Definition.ofBars("aroon", "Aroon", Pane.OWN)
            .rows(PERIOD, "Rows back", 25, 1)
            .also("up", "down")
            .warmUp(a -> a.whole(PERIOD))
            .convention("Up less down; of equal extremes the newest counts.")
            .reference("Chande, Stocks & Commodities 13:9, 1995.")
            .runs(a -> new Aroon(a.whole(PERIOD))),
        Definition.ofBars("parabolic-sar", "Parabolic SAR", Pane.OVERLAY)
            .number("step", "How much the speed grows", 0.02, 0.0001, 1)
            .number("most", "How far the speed grows", 0.2, 0.0001, 1)
            .warmUp(a -> 1)
            .convention("Starts with the direction of the first two rows, as TA-Lib does.")
            .reference(WILDER + "section II.")
            .runs(a -> new ParabolicSar(a.number("step"), a.number("most"))),
        ultimate(),
        Definition.ofBars("vortex", "Vortex", Pane.OWN)
            .rows(PERIOD, "Rows that are summed", 14, 1)
            .also("plus", "minus")
            .warmUp(a -> a.whole(PERIOD))
            .convention("Plus less minus, from the second row on.")
            .reference("Botes and Siepman, Stocks & Commodities 28:1, 2010.")
            .runs(a -> new Vortex(a.whole(PERIOD))));
  }

  private static Indicator ultimate() {
    return Definition.ofBars("ultimate-oscillator", "Ultimate oscillator", Pane.OWN)
        .rows("shortest", "Rows, with weight 4", 7, 1)
        .rows("middle", "Rows, with weight 2", 14, 1)
        .rows("longest", "Rows, with weight 1", 28, 1)
        .warmUp(a -> Math.max(a.whole("shortest"), Math.max(a.whole("middle"), a.whole("longest"))))
        .convention("0 to 100, from the second row on.")
        .reference("L. Williams, Stocks & Commodities 3:4, 1985.")
        .runs(
            a ->
                new UltimateOscillator(a.whole("shortest"), a.whole("middle"), a.whole("longest")));
  }

  private static Indicator adx() {
    return Definition.ofBars("adx", "Average directional index", Pane.OWN)
        .rows(PERIOD, "Rows that are smoothed", 14, 1)
        .also("plusDi", "minusDi")
        .warmUp(a -> 2 * a.whole(PERIOD) - 1)
        .convention(
            "The first averages are means of the first n movements, from the second row on"
                + " (TA-Lib sums n - 1 and smooths the n-th in; the difference fades).")
        .reference(WILDER + "section IV.")
        .runs(a -> new Adx(a.whole(PERIOD)));
  }

  private static Indicator stochastic() {
    return Definition.ofBars("stochastic", "Stochastic, slow", Pane.OWN)
        .rows(PERIOD, "Rows of the range", 14, 1)
        .rows("slowing", "Rows that %K is smoothed over", 3, 1)
        .rows("signal", "Rows of %D", 3, 1)
        .also("d")
        .warmUp(a -> a.whole(PERIOD) + a.whole("slowing") - 2)
        .convention("Simple means; 50 where the range is empty (TA-Lib: 0).")
        .reference("Lane, Stocks & Commodities 2:3, 1984.")
        .runs(a -> new Stochastic(a.whole(PERIOD), a.whole("slowing"), a.whole("signal")));
  }
}

package io.ratel.marketdata.indicator.volatility;

import io.ratel.marketdata.indicator.Definition;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorSpec.Pane;
import io.ratel.marketdata.indicator.Step;
import io.ratel.marketdata.indicator.window.Delay;
import io.ratel.marketdata.indicator.window.WindowMoments;
import io.ratel.marketdata.indicator.window.WindowTrend;
import java.util.List;

/** Ranges, deviations, and the line through the newest rows. */
public final class Deviations {
  private static final String PERIOD = "period";
  private static final String PER_YEAR = "rowsPerYear";

  private Deviations() {}

  public static List<Indicator> all() {
    return List.of(
        Definition.ofBars("atr", "Average true range", Pane.OWN)
            .rows(PERIOD, "Rows that are smoothed", 14, 1)
            .warmUp(a -> a.whole(PERIOD))
            .convention(
                "The first range is the second row's, which has a close before it, as in TA-Lib;"
                    + " the first average is the mean of the first n ranges.")
            .reference("Wilder, New Concepts in Technical Trading Systems, 1978, section III.")
            .runs(a -> new Atr(a.whole(PERIOD))),
        Definition.ofBars("true-range", "True range", Pane.OWN)
            .warmUp(a -> 1)
            .convention("From the second row on, as in TA-Lib.")
            .reference("Wilder, New Concepts in Technical Trading Systems, 1978, section III.")
            .runs(a -> new Atr(1)),
        Definition.ofValues("standard-deviation", "Standard deviation", Pane.OWN)
            .rows(PERIOD, "Rows of the window", 20, 2)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("Of the window as a whole population.")
            .reference("Any textbook.")
            .steps(a -> deviation(a.whole(PERIOD))),
        Definition.ofValues("z-score", "Z-score", Pane.OWN)
            .rows(PERIOD, "Rows of mean and deviation", 20, 2)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("Deviation of the window as a whole population; 0 where all are the same.")
            .reference("Any textbook.")
            .steps(a -> score(a.whole(PERIOD))),
        Definition.ofValues("realised-volatility", "Realised volatility", Pane.OWN)
            .rows(PERIOD, "Returns that are looked at", 20, 2)
            .number(PER_YEAR, "Rows in a year", 365, 1, 1e9)
            .warmUp(a -> a.whole(PERIOD))
            .convention(
                "Sample deviation of log returns, times the root of the rows in a year; a value"
                    + " that is not positive is passed over.")
            .reference("Hull, Options, Futures, and Other Derivatives, section 15.4.")
            .steps(a -> volatility(a.whole(PERIOD), a.number(PER_YEAR))),
        Definition.ofValues("linear-regression", "Linear regression", Pane.OVERLAY)
            .rows(PERIOD, "Rows of the line", 14, 2)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("Where the least-squares line ends.")
            .reference("Any textbook.")
            .steps(a -> line(a.whole(PERIOD), true)),
        Definition.ofValues("linear-regression-slope", "Linear regression slope", Pane.OWN)
            .rows(PERIOD, "Rows of the line", 14, 2)
            .warmUp(a -> a.whole(PERIOD) - 1)
            .convention("What the least-squares line climbs a row.")
            .reference("Any textbook.")
            .steps(a -> line(a.whole(PERIOD), false)));
  }

  private static Step deviation(int period) {
    WindowMoments window = new WindowMoments(period);
    return value -> {
      if (Double.isNaN(value)) {
        return value;
      }
      window.next(value);
      return Math.sqrt(window.variance());
    };
  }

  private static Step score(int period) {
    WindowMoments window = new WindowMoments(period);
    return value -> {
      if (Double.isNaN(value)) {
        return value;
      }
      window.next(value);
      double deviation = Math.sqrt(window.variance());
      return deviation == 0 ? 0 : (value - window.mean()) / deviation;
    };
  }

  private static Step volatility(int period, double perYear) {
    WindowMoments window = new WindowMoments(period);
    Delay delay = new Delay(1);
    double scale = perYear * period / (period - 1.0);
    return value -> {
      if (!(value > 0)) {
        return Double.NaN;
      }
      double change = Math.log(value / delay.next(value));
      if (Double.isNaN(change)) {
        return Double.NaN;
      }
      window.next(change);
      return Math.sqrt(window.variance() * scale);
    };
  }

  /** With weights 1 to n, whose mean is (n + 1) / 2 and spread n (n² - 1) / 12. */
  private static Step line(int period, boolean end) {
    WindowTrend window = new WindowTrend(period);
    double n = period;
    double middle = (n + 1) / 2;
    double spread = n * (n * n - 1) / 12;
    return value -> {
      if (Double.isNaN(value) || !window.next(value)) {
        return Double.NaN;
      }
      double slope = (window.weighted() - middle * window.sum()) / spread;
      return end ? window.pivot() + window.sum() / n + slope * (n - middle) : slope;
    };
  }
}

package io.ratel.benchmarks.indicator;

import io.ratel.marketdata.indicator.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNumFactory;

/** Bars of a price that wanders, in the form that each library takes. */
record Walk(Series series, double[] high, double[] low, double[] close, BarSeries ta4j) {
  static Walk of(int bars) {
    Random random = new Random(1);
    Series series = Series.ofRows(bars);
    double[] high = new double[bars];
    double[] low = new double[bars];
    double[] close = new double[bars];
    // Numbers in doubles, as ours and TA-Lib's are; its decimals would be ten times slower.
    BarSeries theirs =
        new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
    Instant end = Instant.parse("2026-01-01T00:00:00Z");
    double price = 100;
    for (int i = 0; i < bars; i++) {
      double open = price;
      price = Math.max(1, price * (1 + 0.01 * random.nextGaussian()));
      close[i] = price;
      high[i] = Math.max(open, price) * (1 + 0.005 * random.nextDouble());
      low[i] = Math.min(open, price) * (1 - 0.005 * random.nextDouble());
      series.set(i, open, high[i], low[i], price, 1 + random.nextInt(1_000), i);
      end = end.plusSeconds(60);
      theirs
          .barBuilder()
          .timePeriod(Duration.ofMinutes(1))
          .endTime(end)
          .openPrice(open)
          .highPrice(high[i])
          .lowPrice(low[i])
          .closePrice(price)
          .volume(1)
          .add();
    }
    return new Walk(series, high, low, close, theirs);
  }
}

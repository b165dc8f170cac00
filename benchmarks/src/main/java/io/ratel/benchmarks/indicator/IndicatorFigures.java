package io.ratel.benchmarks.indicator;

import io.ratel.benchmarks.measure.Measurement;
import java.util.List;
import java.util.stream.Stream;

/** The measurements of indicators. */
public final class IndicatorFigures {
  private IndicatorFigures() {}

  public static List<Measurement> measurements() {
    return Stream.of("sma", "ema", "rsi", "macd", "bollinger", "atr", "adx")
        .<Measurement>map(BarCost::new)
        .toList();
  }
}

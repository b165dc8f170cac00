package io.ratel.benchmarks.market;

import io.ratel.benchmarks.measure.Measurement;
import java.util.List;

/** The measurements of market data. */
public final class MarketFigures {
  private MarketFigures() {}

  public static List<Measurement> measurements() {
    return List.of(
        new Ticks(), new Frames(), new ToSubscriber(), new StoreRows(), new SymbolMemory());
  }
}

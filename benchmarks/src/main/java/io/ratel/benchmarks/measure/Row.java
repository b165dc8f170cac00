package io.ratel.benchmarks.measure;

import java.util.List;

/**
 * One line of a report.
 *
 * @param unit of {@code p50} and {@code p99}; of {@code perSecond} where a row has only that
 * @param runs how many times it was measured; the figures are medians over them
 */
public record Row(String name, String unit, Figures ours, int runs) {
  /** The medians of some runs. */
  public static Row of(String name, String unit, List<Figures> runs) {
    return new Row(name, unit, Figures.median(runs), runs.size());
  }
}

package io.ratel.marketdata.snapshot;

import java.util.List;

/** How the values of a day's hours become the day's. */
public enum Aggregate {
  /** Of a level: as it was at the end. */
  LAST,
  /** Of a rate or a share. */
  MEAN,
  /** Of what adds up. */
  SUM;

  /**
   * @param values oldest first, at least one
   */
  double of(List<Double> values) {
    return switch (this) {
      case LAST -> values.getLast();
      case MEAN -> sum(values) / values.size();
      case SUM -> sum(values);
    };
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }
}

package io.ratel.marketdata.series;

/**
 * One number of a series.
 *
 * @param timeNs what moment or day it is about, nanoseconds since 1970 UTC, not before
 * @param value finite
 * @param knownNs when it was learned; of two for one moment the later is a revision
 */
public record Observation(SeriesKey key, long timeNs, double value, long knownNs) {
  public Observation {
    if (timeNs < 0 || knownNs < 0) {
      throw new IllegalArgumentException(
          "time and known must not be before 1970, were %d and %d".formatted(timeNs, knownNs));
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be a finite number, was " + value);
    }
  }
}

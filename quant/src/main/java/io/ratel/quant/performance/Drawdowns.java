package io.ratel.quant.performance;

import java.util.ArrayList;
import java.util.List;

/** How far wealth was below its highest. Depths are negative. */
public final class Drawdowns {
  /**
   * A time below the highest.
   *
   * @param start index of the first period below
   * @param trough index of the lowest
   * @param end index of the period that reached the old height again, −1 if none did
   */
  public record Episode(int start, int trough, int end, double depth, int length) {
    /** Periods from the first below to the lowest, both counted. */
    int falling() {
      return trough - start + 1;
    }

    /** Periods after the lowest to the old height; −1 when it was not reached. */
    int recovery() {
      return end < 0 ? -1 : end - trough;
    }
  }

  private Drawdowns() {}

  /** After each period; the highest begins at 1, before the first. A missing return is none. */
  public static double[] path(double[] returns) {
    double[] path = new double[returns.length];
    double wealth = 1;
    double highest = 1;
    for (int i = 0; i < returns.length; i++) {
      if (!Double.isNaN(returns[i])) {
        wealth *= 1 + returns[i];
      }
      highest = Math.max(highest, wealth);
      path[i] = wealth / highest - 1;
    }
    return path;
  }

  /** The lowest of a path; 0 when wealth never fell. */
  public static double deepest(double[] path) {
    double deepest = 0;
    for (double each : path) {
      deepest = Math.min(deepest, each);
    }
    return deepest;
  }

  /** The pain index: the mean depth, as a positive number. T. Becker, Zephyr Associates (2006). */
  public static double pain(double[] path) {
    double sum = 0;
    for (double each : path) {
      sum -= each;
    }
    return sum / path.length;
  }

  /** The ulcer index: the root of the mean square. P. Martin and B. McCann (1989). */
  public static double ulcer(double[] path) {
    double sum = 0;
    for (double each : path) {
      sum += each * each;
    }
    return Math.sqrt(sum / path.length);
  }

  /** In the order of time; an episode that has not ended is counted to the last period. */
  public static List<Episode> episodes(double[] path) {
    List<Episode> episodes = new ArrayList<>();
    int start = -1;
    int trough = -1;
    for (int i = 0; i < path.length; i++) {
      if (path[i] < 0) {
        if (start < 0) {
          start = i;
          trough = i;
        } else if (path[i] < path[trough]) {
          trough = i;
        }
      } else if (start >= 0) {
        episodes.add(new Episode(start, trough, i, path[trough], i - start + 1));
        start = -1;
      }
    }
    if (start >= 0) {
      episodes.add(new Episode(start, trough, -1, path[trough], path.length - start));
    }
    return episodes;
  }

  /**
   * The root of the summed squares of what runs of losing periods lost: the denominator of G.
   * Burke, A sharper Sharpe ratio, Futures (1994), with the "continuous drawdowns" of C. Bacon
   * (2008), p. 90.
   *
   * @param unit of the returns while a run is compounded: 1, or 0.01 as Bacon's tables and
   *     PerformanceAnalytics have it, which hardly compounds
   */
  public static double burke(double[] returns, double unit) {
    double sum = 0;
    double wealth = 1;
    for (double each : returns) {
      if (each < 0) {
        wealth *= 1 + each * unit;
      } else {
        sum += square((wealth - 1) / unit);
        wealth = 1;
      }
    }
    return Math.sqrt(sum + square((wealth - 1) / unit));
  }

  private static double square(double x) {
    return x * x;
  }
}

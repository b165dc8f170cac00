package io.ratel.quant.portfolio;

import io.ratel.quant.kernel.Kernel;
import io.ratel.quant.kernel.Kernels;
import io.ratel.quant.numeric.Normal;
import java.util.Arrays;

/**
 * The risk of a portfolio, kept up to date by what changes. A fill or a tick changes the value of
 * one asset by δ, and then Σw by δ times one row of Σ and the profit of each scenario by δ times
 * one column of returns, which is all that value at risk, expected shortfall and every component
 * need. What rounding leaves is cleared by a rebuild now and then. For one thread.
 */
public final class PortfolioRisk {
  private static final int REBUILD_AFTER = 10_000;

  private final Kernel kernel = Kernels.chosen();
  private final Scenarios scenarios;
  private final double[] values;
  private final double[] covariances;
  private final double[] profits;
  private final double[] ordered;
  private int changes;

  public PortfolioRisk(Scenarios scenarios) {
    this.scenarios = scenarios;
    values = new double[scenarios.assets()];
    covariances = new double[scenarios.assets()];
    profits = new double[scenarios.count()];
    ordered = new double[scenarios.count()];
  }

  /**
   * What is held of an asset is worth so much from now on.
   *
   * @param value in money, negative of what is owed; finite
   */
  public void hold(int asset, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a value must be finite, was " + value);
    }
    double change = value - values[asset];
    values[asset] = value;
    changes++;
    if (changes >= REBUILD_AFTER) {
      rebuild();
    } else if (change != 0) {
      add(asset, change);
    }
  }

  private void add(int asset, double change) {
    kernel.addScaled(change, scenarios.covariance()[asset], covariances, covariances.length);
    kernel.addScaled(change, scenarios.returns()[asset], profits, profits.length);
  }

  private void rebuild() {
    changes = 0;
    Arrays.fill(covariances, 0);
    Arrays.fill(profits, 0);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        add(i, values[i]);
      }
    }
  }

  /** The sum of what is held. */
  public double value() {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum;
  }

  /** The standard deviation of the profit of one period, in money. */
  public double deviation() {
    return Math.sqrt(Math.max(0, kernel.dot(values, covariances, values.length)));
  }

  /**
   * The loss that is not exceeded with a probability, of normal returns without drift; positive.
   *
   * @param confidence such as 0.99
   */
  public double gaussianVar(double confidence) {
    return Normal.quantile(confidence) * deviation();
  }

  /** The mean loss beyond {@link #gaussianVar}. */
  public double gaussianShortfall(double confidence) {
    double z = Normal.quantile(confidence);
    return Normal.density(z) / (1 - confidence) * deviation();
  }

  /**
   * What each asset has of {@link #gaussianVar}: the value times its derivative by it; their sum is
   * the whole (Euler).
   *
   * @param out as long as there are assets
   */
  public void components(double confidence, double[] out) {
    double deviation = deviation();
    double scale = deviation > 0 ? Normal.quantile(confidence) / deviation : 0;
    for (int i = 0; i < values.length; i++) {
      out[i] = scale * values[i] * covariances[i];
    }
  }

  /**
   * The loss at a quantile of the scenarios, positive; between two of them by their ranks (type 7
   * of Hyndman and Fan, 1996).
   */
  public double historicalVar(double confidence) {
    if (profits.length == 0) {
      return 0;
    }
    double rank = (1 - confidence) * (profits.length - 1);
    int below = (int) rank;
    System.arraycopy(profits, 0, ordered, 0, profits.length);
    double low = select(ordered, below);
    double high = below + 1 < ordered.length ? least(ordered, below + 1) : low;
    return -(low + (rank - below) * (high - low));
  }

  /** The mean loss of the scenarios that are no better than {@link #historicalVar}; positive. */
  public double historicalShortfall(double confidence) {
    double worst = -historicalVar(confidence);
    double sum = 0;
    int count = 0;
    for (double profit : profits) {
      if (profit <= worst) {
        sum += profit;
        count++;
      }
    }
    return count == 0 ? -worst : -sum / count;
  }

  /** The least number from a place on. */
  private static double least(double[] numbers, int from) {
    double least = numbers[from];
    for (int i = from + 1; i < numbers.length; i++) {
      least = Math.min(least, numbers[i]);
    }
    return least;
  }

  /**
   * The number that has a rank, with none greater before it and none less after it: C. A. R. Hoare,
   * Algorithm 65: Find (1961), with the middle of three as the pivot.
   */
  static double select(double[] numbers, int rank) {
    int left = 0;
    int right = numbers.length - 1;
    while (left < right) {
      double pivot = middle(numbers[left], numbers[(left + right) >>> 1], numbers[right]);
      int i = left;
      int j = right;
      while (i <= j) {
        while (numbers[i] < pivot) {
          i++;
        }
        while (numbers[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = numbers[i];
          numbers[i++] = numbers[j];
          numbers[j--] = swapped;
        }
      }
      if (rank <= j) {
        right = j;
      } else if (rank >= i) {
        left = i;
      } else {
        return numbers[rank];
      }
    }
    return numbers[rank];
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}

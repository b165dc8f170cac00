package io.ratel.quant.statistic;

import io.ratel.quant.function.Choice;

/** What squares of deviations are divided by. */
public enum Divisor implements Choice {
  POPULATION("population", 0),
  SAMPLE("sample", 1);

  private final String label;
  private final int lost;

  Divisor(String label, int lost) {
    this.label = label;
    this.lost = lost;
  }

  @Override
  public String label() {
    return label;
  }

  /** The degrees of freedom that the mean has used. */
  public int lost() {
    return lost;
  }

  /** NaN of too few. */
  public double variance(double[] x) {
    return this == SAMPLE ? Moments.variance(x) : Moments.variancePopulation(x);
  }
}

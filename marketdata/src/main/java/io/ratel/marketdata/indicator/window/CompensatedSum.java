package io.ratel.marketdata.indicator.window;

/** A sum that only grows, with what each addition lost kept beside it (Neumaier 1974). */
public final class CompensatedSum {
  private double sum;
  private double lost;

  public void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  public double value() {
    return sum + lost;
  }

  public void clear() {
    sum = 0;
    lost = 0;
  }
}

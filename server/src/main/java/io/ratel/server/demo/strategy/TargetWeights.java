package io.ratel.server.demo.strategy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A portfolio's rule: shares of its equity that belong into each market, the rest in cash. What has
 * drifted by more than a part of the equity is traded back.
 */
public final class TargetWeights {
  /** Below this part of the equity nothing is traded. */
  static final double DRIFT = 0.002;

  private final Map<Integer, Double> weights;

  /**
   * @param weights by market, positive, together at most 0.95
   */
  public TargetWeights(Map<Integer, Double> weights) {
    this.weights = new LinkedHashMap<>(weights);
    double sum = 0;
    for (double weight : weights.values()) {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("a weight must be positive, was " + weight);
      }
      sum += weight;
    }
    if (sum > 0.95) {
      throw new IllegalArgumentException("weights must add up to 0.95 at most, were " + sum);
    }
  }

  public Iterable<Integer> markets() {
    return weights.keySet();
  }

  /**
   * What to trade in one market, in the quote asset: to buy when positive, 0 when it is in place.
   *
   * @param value of what is held of it
   */
  public double trade(int market, double value, double equity) {
    double more = weights.getOrDefault(market, 0.0) * equity - value;
    return Math.abs(more) > DRIFT * equity ? more : 0;
  }
}

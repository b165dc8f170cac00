package io.ratel.server.demo.bot;

/**
 * Tokens that come with the steps of a clock: never more than {@code perSecond} are taken within a
 * second, whatever the steps' length. One thread.
 */
final class TokenBucket {
  private final double perStep;
  private final double capacity;
  private double tokens;

  TokenBucket(double perSecond, double stepS) {
    // A second touches this many steps; what is full at its begin must suffice for all of them.
    double steps = Math.floor(1 / stepS) + 1;
    perStep = perSecond / steps;
    capacity = Math.max(1, perStep);
    tokens = capacity;
  }

  void step() {
    tokens = Math.min(capacity, tokens + perStep);
  }

  boolean has(int count) {
    return tokens >= count;
  }

  boolean take() {
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}

package io.ratel.server.demo.bot;

/**
 * A strategy with an account, limits and a trigger.
 *
 * @param endowment what it was given of each base, in usual orders, and may sell
 * @param cash what it was given of the quote asset
 * @param pace steps of the demo's clock between two turns
 */
public record Bot(
    String name,
    long account,
    double endowment,
    double cash,
    BotLimits limits,
    Trigger trigger,
    int pace,
    Strategy strategy) {
  public Bot {
    if (pace < 1) {
      throw new IllegalArgumentException("pace must be at least one step, was " + pace);
    }
  }
}

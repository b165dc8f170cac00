package io.ratel.server.demo;

import java.util.List;
import java.util.Random;

/**
 * Fair prices of the demo's markets, moving together: each log-return has a part common to all, a
 * part of its own and now and then a jump. Volatility clusters (GARCH(1,1) on the whole market,
 * Bollerslev 1986), rises and falls with the hour of the process's own day, and prices drift back
 * towards where they opened. A future follows the spot market of its name with a small basis.
 *
 * <p>The path follows from the seed and the lengths of the steps alone. Not safe for threads.
 */
final class PriceProcess {
  private static final double DAY_S = 86_400;
  private static final double COMMON = 0.65;
  private static final double OWN = Math.sqrt(1 - COMMON * COMMON);
  private static final double JUMPS_PER_DAY = 6;
  private static final double JUMP_SIGMA = 0.004;
  private static final double EVENTS_PER_DAY = 30; // of a sports share: a goal, a card
  private static final double EVENT_SIGMA = 0.02;
  private static final double REVERSION_PER_DAY = 0.15;
  private static final double GARCH_OLD = 0.90;
  private static final double GARCH_NEW = 0.08;

  private final List<DemoMarket> markets;
  private final Random random;
  private final double[] prices;
  private final int[] spotOf;
  private double variance = 1;
  private double elapsedS;

  PriceProcess(List<DemoMarket> markets, long seed) {
    this.markets = markets;
    random = new Random(seed);
    prices = new double[markets.size()];
    spotOf = new int[markets.size()];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = markets.get(i).price();
      spotOf[i] = spotOf(markets.get(i).terms().symbol());
    }
  }

  private int spotOf(String symbol) {
    if (symbol.endsWith("-FUT")) {
      String spot = symbol.substring(0, symbol.length() - "-FUT".length());
      for (int i = 0; i < markets.size(); i++) {
        if (markets.get(i).terms().symbol().equals(spot)) {
          return i;
        }
      }
    }
    return -1;
  }

  double price(int market) {
    return prices[market];
  }

  /** Goes on from another price. */
  void set(int market, double price) {
    prices[market] = price;
  }

  /** Moves every price by a step of {@code seconds}. */
  void step(double seconds) {
    elapsedS += seconds;
    double days = seconds / DAY_S;
    double common = random.nextGaussian();
    variance = 1 - GARCH_OLD - GARCH_NEW + variance * (GARCH_OLD + GARCH_NEW * common * common);
    double scale = Math.sqrt(days * variance) * hour();
    for (int i = 0; i < prices.length; i++) {
      DemoMarket market = markets.get(i);
      if (spotOf[i] >= 0) {
        follow(i, days);
        continue;
      }
      double shock = COMMON * common + OWN * random.nextGaussian();
      double pull = REVERSION_PER_DAY * days * Math.log(market.price() / prices[i]);
      prices[i] *= Math.exp(market.volatility() * scale * shock + pull + jump(market, days));
    }
  }

  private double jump(DemoMarket market, double days) {
    boolean sports = market.terms().kind() == io.ratel.model.instrument.InstrumentKind.SPORTS_SHARE;
    double rate = sports ? EVENTS_PER_DAY : JUMPS_PER_DAY;
    return random.nextDouble() < rate * days
        ? (sports ? EVENT_SIGMA : JUMP_SIGMA) * random.nextGaussian()
        : 0;
  }

  /** A basis of some tenths of a per cent that closes within hours. */
  private void follow(int future, double days) {
    double spot = prices[spotOf[future]];
    double usual = Math.log(markets.get(future).price() / markets.get(spotOf[future]).price());
    double basis = Math.log(prices[future] / spot);
    double closing = Math.min(1, 12 * days);
    double noise = 0.001 * Math.sqrt(days * 12) * random.nextGaussian();
    prices[future] = spot * Math.exp(basis + closing * (usual - basis) + noise);
  }

  /** Busier around the opening and the close of the process's day than in its middle. */
  private double hour() {
    double phase = 2 * Math.PI * (elapsedS % DAY_S) / DAY_S;
    return 1 + 0.35 * Math.cos(2 * phase);
  }
}

package io.ratel.server.demo.market;

import java.util.List;
import java.util.Random;

/**
 * Fair prices of the demo's markets, moving together: each log-return has a part common to all and
 * a part of its own. Volatility clusters (GARCH(1,1) on the whole market, Bollerslev 1986), rises
 * and falls with the hour of the process's own day, and prices drift back towards where they
 * opened. News is known to come before it is known what it says: a jump has a time ahead of it. A
 * future follows the spot market of its name with a small basis.
 *
 * <p>The path follows from the seed, the lengths of the steps and what is told to {@link #move}.
 * Not safe for threads.
 */
public final class PriceProcess {
  /** News is announced this long ahead. */
  public static final double NOTICE_S = 12;

  private static final double DAY_S = 86_400;
  private static final double COMMON = 0.65;
  private static final double OWN = Math.sqrt(1 - COMMON * COMMON);
  private static final double JUMPS_PER_DAY = 24;
  private static final double JUMP_OF_VOLATILITY = 0.12;
  private static final double REVERSION_PER_DAY = 0.15;
  private static final double GARCH_OLD = 0.90;
  private static final double GARCH_NEW = 0.08;
  private static final double GARCH_S = 15; // between two looks at the variance
  private static final double BASIS_CLOSES_PER_DAY = 12;
  private static final double BASIS_OF_DAY = 0.0065;

  private final List<DemoMarket> markets;
  private final Random random;
  private final double[] prices;
  private final int[] spotOf;
  private final double[] basis; // of futures, log(future / spot)
  private final double[] jumps;
  private final double[] jumpInS;
  private double variance = 1;
  private double shockSquared;
  private double sinceGarchS;
  private double elapsedS;

  public PriceProcess(List<DemoMarket> markets, long seed) {
    this.markets = markets;
    random = new Random(seed);
    prices = new double[markets.size()];
    spotOf = new int[markets.size()];
    basis = new double[markets.size()];
    jumps = new double[markets.size()];
    jumpInS = new double[markets.size()];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = markets.get(i).price();
      String symbol = markets.get(i).symbol();
      spotOf[i] =
          symbol.endsWith("-FUT")
              ? DemoMarkets.indexOf(markets, symbol.substring(0, symbol.length() - 4))
              : -1;
    }
    for (int i = 0; i < prices.length; i++) {
      basis[i] = spotOf[i] < 0 ? 0 : usualBasis(i);
    }
  }

  public double price(int market) {
    return prices[market];
  }

  /** Goes on from another price. */
  public void set(int market, double price) {
    move(market, Math.log(price / prices[market]));
  }

  /** Something outside of the process, an event or a trade, moves a price by a log-return. */
  public void move(int market, double logReturn) {
    prices[market] *= Math.exp(logReturn);
    if (spotOf[market] >= 0) {
      basis[market] = Math.log(prices[market] / prices[spotOf[market]]);
    }
  }

  /** The volatility of a day as it is now, as a fraction. */
  public double volatility(int market) {
    return markets.get(market).volatility() * Math.sqrt(variance) * hour();
  }

  /** Busier around the opening and the close of the process's day than in its middle. */
  public double hour() {
    double phase = 2 * Math.PI * (elapsedS % DAY_S) / DAY_S;
    return 1 + 0.35 * Math.cos(2 * phase);
  }

  /** Whether news about a market is about to come. */
  public boolean newsIsDue(int market) {
    return jumps[market] != 0;
  }

  /** What that news will do to its price, as a log-return; 0 when none is due. */
  public double news(int market) {
    return jumps[market];
  }

  /** Moves every price by a step of {@code seconds}. */
  public void step(double seconds) {
    elapsedS += seconds;
    double days = seconds / DAY_S;
    double common = random.nextGaussian();
    cluster(common, seconds);
    double scale = Math.sqrt(days * variance) * hour();
    for (int i = 0; i < prices.length; i++) {
      DemoMarket market = markets.get(i);
      if (spotOf[i] >= 0) {
        follow(i, days);
        continue;
      }
      double shock = COMMON * common + OWN * random.nextGaussian();
      double pull = REVERSION_PER_DAY * days * Math.log(market.price() / prices[i]);
      prices[i] *= Math.exp(market.volatility() * scale * shock + pull + jump(i, seconds));
    }
  }

  /** Looks at the variance as often in a long step as in many short ones. */
  private void cluster(double common, double seconds) {
    shockSquared += common * common * seconds;
    sinceGarchS += seconds;
    if (sinceGarchS >= GARCH_S) {
      double squared = shockSquared / sinceGarchS;
      variance = 1 - GARCH_OLD - GARCH_NEW + variance * (GARCH_OLD + GARCH_NEW * squared);
      shockSquared = 0;
      sinceGarchS = 0;
    }
  }

  private double jump(int market, double seconds) {
    if (jumps[market] != 0) {
      jumpInS[market] -= seconds;
      if (jumpInS[market] > 0) {
        return 0;
      }
      double jump = jumps[market];
      jumps[market] = 0;
      return jump;
    }
    if (random.nextDouble() < JUMPS_PER_DAY * seconds / DAY_S) {
      double size = JUMP_OF_VOLATILITY * (0.5 + Math.abs(random.nextGaussian()));
      jumps[market] = markets.get(market).volatility() * (random.nextBoolean() ? size : -size);
      jumpInS[market] = NOTICE_S;
    }
    return 0;
  }

  /** A basis of some tenths of a per cent that closes within hours. */
  private void follow(int future, double days) {
    double closing = Math.min(1, BASIS_CLOSES_PER_DAY * days);
    double noise = BASIS_OF_DAY * Math.sqrt(days) * random.nextGaussian();
    basis[future] += closing * (usualBasis(future) - basis[future]) + noise;
    prices[future] = prices[spotOf[future]] * Math.exp(basis[future]);
  }

  /** How far a future usually is above its spot, as a log-return. */
  public double usualBasis(int future) {
    return Math.log(markets.get(future).price() / markets.get(spotOf[future]).price());
  }
}

package io.ratel.server.demo;

import io.ratel.server.demo.bot.Bot;
import io.ratel.server.demo.bot.BotEngine;
import io.ratel.server.demo.bot.BotLimits;
import io.ratel.server.demo.bot.Strategy;
import io.ratel.server.demo.bot.Trigger;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.demo.match.MatchNews;
import io.ratel.server.demo.strategy.Arbitrageur;
import io.ratel.server.demo.strategy.GoalChaser;
import io.ratel.server.demo.strategy.InformedTaker;
import io.ratel.server.demo.strategy.MarketMaker;
import io.ratel.server.demo.strategy.MarketMaker.Manner;
import io.ratel.server.demo.strategy.NoiseTaker;
import io.ratel.server.demo.strategy.Punter;
import io.ratel.server.demo.strategy.Rebalancer;
import io.ratel.server.demo.strategy.Rounds;
import io.ratel.server.demo.strategy.Slicer;
import io.ratel.server.demo.strategy.TargetWeights;
import io.ratel.server.demo.strategy.TrendTaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who trades where, and how much each may do. The sequence is that of their turns: those who know
 * something act before the makers do, and the fast makers before the slow.
 */
final class Roster {
  /** What the managed portfolio is worth at the opening, in USD. */
  static final long PORTFOLIO_CASH = 250_000;

  private static final Map<String, Double> PORTFOLIO =
      Map.of("BTC-USD", 0.30, "ACME", 0.25, "GLOBEX", 0.20, DemoMarkets.RATEL_FC, 0.15);
  private static final double REBALANCES_S = 600;
  private static final int MATCH_S = 980;

  private static final BotLimits MAKER = new BotLimits(40, 12, 60, 4_000_000);
  private static final BotLimits DEEP_MAKER = new BotLimits(20, 16, 160, 8_000_000);
  private static final BotLimits TAKER = new BotLimits(6, 4, 20, 1_000_000);
  private static final BotLimits WORKER = new BotLimits(4, 2, 30, 1_000_000);
  private static final BotLimits PORTFOLIO_LIMITS = new BotLimits(4, 1.2, 80, 300_000);
  private static final BotLimits ROUNDS = new BotLimits(120, 4, 30, 500_000_000);

  /** How busy a market is. */
  private record Beat(int slower, double trades) {}

  private final List<DemoMarket> markets;
  private final Accounts accounts;
  private final BotEngine engine;
  private final long seed;
  private final double stepS;

  Roster(List<DemoMarket> markets, Accounts accounts, BotEngine engine, long seed, double stepS) {
    this.markets = markets;
    this.accounts = accounts;
    this.engine = engine;
    this.seed = seed;
    this.stepS = stepS;
  }

  /** The portfolio's rule over the markets there are. */
  static TargetWeights weights(List<DemoMarket> markets) {
    Map<Integer, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < markets.size(); i++) {
      Double weight = PORTFOLIO.get(markets.get(i).symbol());
      if (weight != null) {
        weights.put(i, weight);
      }
    }
    return new TargetWeights(weights);
  }

  /**
   * Seats everybody.
   *
   * @param portfolio the account whose weights are kept
   */
  void seat(long portfolio) {
    int named = Math.min(markets.size(), DemoMarkets.NAMED);
    informed(named);
    makers(named);
    takers(named);
    engine.add(
        new Bot(
            "portfolio",
            portfolio,
            0,
            PORTFOLIO_CASH,
            PORTFOLIO_LIMITS,
            new Trigger.Every(REBALANCES_S),
            2,
            new Rebalancer(weights(markets))));
    others(named, markets.size() - named);
  }

  private void informed(int named) {
    int share = DemoMarkets.indexOf(markets, DemoMarkets.RATEL_FC);
    if (share >= 0) {
      Trigger goal = new Trigger.On(MatchNews.GOAL);
      add("goal-chaser", TAKER, goal, 1, new GoalChaser(share), share);
    }
    int[] withNews =
        IntStream.range(0, named).filter(i -> !markets.get(i).symbol().endsWith("-FUT")).toArray();
    add("informed", TAKER, start(), 3, new InformedTaker(withNews, seed("informed")), withNews);
    int spot = DemoMarkets.indexOf(markets, "BTC-USD");
    int future = DemoMarkets.indexOf(markets, "BTC-USD-FUT");
    if (spot >= 0 && future >= 0) {
      Strategy arbitrage = new Arbitrageur(spot, future);
      add("arbitrageur", new BotLimits(12, 4, 60, 3_000_000), start(), 4, arbitrage, spot, future);
    }
  }

  private void makers(int named) {
    for (Manner manner : List.of(Manner.FAST, Manner.STEADY, Manner.DEEP)) {
      String kind = manner == Manner.FAST ? "fast" : manner == Manner.STEADY ? "steady" : "deep";
      BotLimits limits = manner == Manner.DEEP ? DEEP_MAKER : MAKER;
      for (int i = 0; i < named; i++) {
        String name = "maker-" + kind + "-" + markets.get(i).symbol();
        Manner own = manner.slower(beat(i).slower());
        add(name, limits, start(), 1, new MarketMaker(i, own, seed(name)), i);
      }
    }
  }

  private void takers(int named) {
    List<Integer> trending = new ArrayList<>();
    for (int i = 0; i < named; i++) {
      String name = "noise-" + markets.get(i).symbol();
      double chance = beat(i).trades() * 2 * stepS;
      add(name, TAKER, start(), 2, new NoiseTaker(i, chance, seed(name)), i);
      trending.add(i);
    }
    int[] all = trending.stream().mapToInt(i -> i).toArray();
    add("momentum", TAKER, start(), 7, TrendTaker.momentum(all, 7 * stepS), all);
    add("reversion", TAKER, start(), 5, TrendTaker.reversion(all, 5 * stepS), all);
    for (int i = 0; i < Math.min(3, named); i++) {
      String name = "slicer-" + markets.get(i).symbol();
      add(name, WORKER, start(), 11, new Slicer(i, seed(name)), i);
    }
    int share = DemoMarkets.indexOf(markets, DemoMarkets.RATEL_FC);
    if (share >= 0) {
      int pace = 3;
      int turns = (int) Math.round(MATCH_S / stepS / pace);
      Trigger kickOff = new Trigger.On(MatchNews.KICK_OFF);
      add("punter", TAKER, kickOff, pace, new Punter(share, turns, seed("punter")), share);
    }
  }

  /** Markets without a name share one maker and one taker. */
  private void others(int first, int count) {
    if (count > 0) {
      int[] all = IntStream.range(first, first + count).toArray();
      add("maker-others", ROUNDS, start(), 1, new Rounds(first, count, seed("others")), all);
      NoiseTaker taker = new NoiseTaker(first, count, 0.4, seed("noise-others"));
      add("noise-others", new BotLimits(6, 0.5, 20, 100_000_000), start(), 2, taker, all);
    }
  }

  private void add(
      String name, BotLimits limits, Trigger on, int pace, Strategy strategy, int... traded) {
    long account = accounts.open(name, traded);
    engine.add(
        new Bot(name, account, Accounts.ENDOWMENT, Accounts.CASH, limits, on, pace, strategy));
  }

  private static Trigger start() {
    return new Trigger.AtStart();
  }

  /** The first markets of the list are the busiest; trades are a taker's, each second. */
  private static Beat beat(int market) {
    return switch (market) {
      case 0 -> new Beat(1, 0.55);
      case 1 -> new Beat(2, 0.35);
      default -> new Beat(4, 0.18);
    };
  }

  private long seed(String name) {
    return seed * 0x9E37_79B9_7F4A_7C15L ^ name.hashCode() * 0xBF58_476D_1CE4_E5B9L;
  }
}

package io.ratel.server.demo;

import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.view.EquityHistory.Point;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.wire.Times;
import io.ratel.model.order.Side;
import io.ratel.security.identity.Role;
import io.ratel.server.FirstUser;
import io.ratel.server.demo.bot.Board;
import io.ratel.server.demo.bot.BotCounts;
import io.ratel.server.demo.bot.BotEngine;
import io.ratel.server.demo.bot.BotLimits;
import io.ratel.server.demo.bot.Records;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.demo.match.MatchNews;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Six markets, a funded user with a managed portfolio, a season of matches, and bots that trade in
 * all of it. Every order goes through {@link OrderEntry} as anyone's do, at most {@value
 * #MAX_ORDERS_PER_SECOND} a second, cancels included, and follows from the seed. Starting it again
 * on the same data goes on from what it left.
 */
public final class Demo implements AutoCloseable {
  public static final String EMAIL = "demo@ratel.local";
  public static final String PASSWORD = "demo";
  static final int MAX_ORDERS_PER_SECOND = 200;
  static final long STEP_MS = 300;

  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final double STEP_S = STEP_MS / 1_000.0;
  private static final long REPORT_STEPS = 600_000 / STEP_MS;
  private static final long CASH = 1_000_000;
  private static final long BITCOINS = 10;
  private static final long ETHERS = 100;

  private final OrderEntry entry;
  private final TradingViews views;
  private final DemoSinks sinks;
  private final long seed;
  private final List<DemoMarket> markets;
  private final World world;
  private final Wire wire = new Wire();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("demo").factory());

  /** What there is once the demo is open. */
  private record Open(Board board, BotEngine engine, InstantSource time, long sequence) {}

  private volatile @Nullable Open open;
  private boolean resumes;
  private boolean behind;
  private long steps;

  /**
   * @param instruments how many markets to open
   * @param seed two demos of one seed trade alike
   */
  public Demo(OrderEntry entry, TradingViews views, DemoSinks sinks, int instruments, long seed) {
    this.entry = entry;
    this.views = views;
    this.sinks = sinks;
    this.seed = seed;
    this.markets = DemoMarkets.first(instruments);
    this.world = new World(markets, seed);
  }

  /** Opens, and starts to trade. */
  public void start(FirstUser firstUser, InstantSource time) {
    open(firstUser, time);
    clock.execute(this::tick);
  }

  /** Steps begin {@link #STEP_MS} apart, later after a long one: what was missed stays missed. */
  private void tick() {
    if (clock.isShutdown()) {
      return;
    }
    long begun = System.nanoTime();
    step();
    long tookMs = (System.nanoTime() - begun) / 1_000_000;
    try {
      clock.schedule(this::tick, Math.max(0, STEP_MS - tookMs), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.atDebug().log("the demo's clock has stopped");
    }
  }

  /** Lists the markets, opens and funds the accounts, makes the past, and seats the bots. */
  void open(FirstUser firstUser, InstantSource time) {
    long user = firstUser.ensure(EMAIL, Role.TRADER, PASSWORD);
    long portfolio = firstUser.further(EMAIL, "managed", "Managed portfolio");
    Accounts accounts = new Accounts(entry, views, markets);
    double[] amounts = amounts();
    accounts.fundUsd(user, CASH * 100);
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] > 0) {
        accounts.fundBase(user, i, Math.round(amounts[i]));
      }
    }
    accounts.fundUsd(portfolio, Roster.PORTFOLIO_CASH * 100);
    if (accounts.first("past")) {
      makePast(user, amounts, portfolio, Times.nanos(time.instant()));
    }
    Board board = new Board(markets, world.prices(), accounts.instruments(), world::isPlaying);
    BotEngine engine =
        new BotEngine(board, entry, new Records(views), MAX_ORDERS_PER_SECOND, STEP_S);
    new Roster(markets, accounts, engine, seed, STEP_S).seat(portfolio);
    resumes = accounts.resumed();
    behind = resumes;
    open = new Open(board, engine, time, accounts.sequence());
    LOG.atInfo()
        .addKeyValue("markets", markets.size())
        .addKeyValue("bots", engine.counts().size())
        .addKeyValue("seed", seed)
        .addKeyValue("resumes", resumes)
        .log("the demo is open");
  }

  /** What the first account holds besides cash, by market. */
  private double[] amounts() {
    double[] amounts = new double[markets.size()];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] =
          switch (markets.get(i).symbol()) {
            case "BTC-USD" -> BITCOINS;
            case "ETH-USD" -> ETHERS;
            default -> 0;
          };
    }
    return amounts;
  }

  /** The month before the opening. */
  private void makePast(long user, double[] amounts, long portfolio, long nowNs) {
    EquityPast equity = new EquityPast(markets);
    DemoSinks noted =
        new DemoSinks(
            bars -> {
              equity.onBars(bars);
              sinks.bars().accept(bars);
            },
            sinks.events(),
            sinks.equity());
    PriceHistory.make(markets, seed, nowNs, noted);
    List<Point> points = new ArrayList<>(equity.held(user, CASH, amounts, nowNs));
    points.addAll(equity.ruled(portfolio, Roster.PORTFOLIO_CASH, Roster.weights(markets), nowNs));
    sinks.equity().accept(points);
  }

  /** Lets the world go on a little, and the bots act on it. */
  void step() {
    Open demo = open;
    if (demo == null) {
      throw new IllegalStateException("the demo is not open");
    }
    try {
      if (behind && !catchUp(demo)) {
        return;
      }
      List<MatchNews> happened = world.step(STEP_S);
      for (MatchNews news : happened) {
        LOG.atInfo().log(news.headline());
        sinks.events().accept(wire.event(news, Times.nanos(demo.time().instant())));
      }
      demo.engine().step(happened);
      steps++;
      if (steps % REPORT_STEPS == 0) {
        report();
      }
    } catch (ExchangeUnavailableException e) {
      behind = true; // whether the last order was placed is not known
      LOG.atWarn().setCause(e).log("the demo's bots wait for the exchange");
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("the demo's bots have stopped");
      throw e;
    }
  }

  /** Reads what the bots have and left open; after a restart, prices go on from there. */
  private boolean catchUp(Open demo) {
    if (!demo.engine().reread(demo.sequence())) {
      return false;
    }
    behind = false;
    if (resumes) {
      resumes = false;
      for (int i = 0; i < markets.size(); i++) {
        long bid = demo.board().best(i, Side.BUY);
        long ask = demo.board().best(i, Side.SELL);
        if (bid > 0 && ask > 0) {
          world.prices().set(i, (bid + ask) * 0.5 * markets.get(i).tick());
        }
      }
    }
    return true;
  }

  private void report() {
    List<BotCounts> counts = counts();
    LOG.atInfo()
        .addKeyValue("orders", counts.stream().mapToLong(BotCounts::orders).sum())
        .addKeyValue("cancels", counts.stream().mapToLong(BotCounts::cancels).sum())
        .addKeyValue(
            "refusedByLimit",
            counts.stream()
                .flatMap(bot -> bot.refusedByLimit().values().stream())
                .mapToLong(refused -> refused)
                .sum())
        .addKeyValue(
            "refusedByExchange", counts.stream().mapToLong(BotCounts::refusedByExchange).sum())
        .log("the demo's bots so far");
  }

  /** What each bot has done so far, in the sequence of their turns; any thread. */
  public List<BotCounts> counts() {
    Open demo = open;
    return demo == null ? List.of() : demo.engine().counts();
  }

  /** What each bot may do. */
  Map<String, BotLimits> limits() {
    Open demo = open;
    return demo == null ? Map.of() : demo.engine().limits();
  }

  @Override
  public void close() {
    clock.shutdown(); // a step that has begun gets its answers
    try {
      if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

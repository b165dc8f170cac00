package io.ratel.server.demo;

import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.TradingViews.OrderView;
import io.ratel.model.market.Bar;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import io.ratel.security.identity.Role;
import io.ratel.server.FirstUser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Six markets, a funded user, a maker and a taker in each market. All of it goes through {@link
 * OrderEntry} as anyone's orders do, at most {@value #MAX_ORDERS_PER_SECOND} a second, and every
 * price and size follows from the seed. Starting it again on the same data finds what it made
 * before.
 */
public final class Demo implements AutoCloseable {
  public static final String EMAIL = "demo@ratel.local";
  public static final String PASSWORD = "demo";
  static final int MAX_ORDERS_PER_SECOND = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final long STEP_MS = 300;
  private static final int MOVES_PER_STEP = 4;
  private static final int DESKS_PER_STEP = 6;
  private static final long CENTS = 1_000_000; // minor units of USD in a cent

  private final OrderEntry entry;
  private final TradingViews views;
  private final Consumer<List<Bar>> history;
  private final long seed;
  private final Random random;
  private final List<DemoMarket> markets;
  private final PriceProcess prices;
  private int nextDesk;
  private final List<Desk> desks = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("demo").factory());

  /** What trades in one market. */
  private static final class Desk {
    final DemoMarket market;
    final int instrumentId;
    final long taker;
    final Maker maker;

    Desk(DemoMarket market, int instrumentId, long taker, Maker maker) {
      this.market = market;
      this.instrumentId = instrumentId;
      this.taker = taker;
      this.maker = maker;
    }
  }

  /**
   * @param history takes the bars of the month before the markets opened; told once, by the first
   *     start
   * @param instruments how many markets to open
   * @param seed two demos of one seed trade alike
   */
  public Demo(
      OrderEntry entry,
      TradingViews views,
      Consumer<List<Bar>> history,
      int instruments,
      long seed) {
    this.entry = entry;
    this.views = views;
    this.history = history;
    this.seed = seed;
    this.random = new Random(seed);
    this.markets = DemoMarkets.first(instruments);
    this.prices = new PriceProcess(markets, seed);
  }

  /** Opens, and starts to trade. */
  public void start(FirstUser firstUser, InstantSource time) {
    open(firstUser, time);
    clock.scheduleAtFixedRate(this::step, 0, STEP_MS, TimeUnit.MILLISECONDS);
  }

  /** Lists the markets, opens and funds the accounts, and fills the books. */
  void open(FirstUser firstUser, InstantSource time) {
    int usd = assetId(new Command.ListAsset("USD", 8));
    long user = firstUser.ensure(EMAIL, Role.TRADER, PASSWORD);
    fund(user, usd, 1_000_000 * 100 * CENTS);
    boolean opening = true;
    for (int i = 0; i < markets.size(); i++) {
      DemoMarket market = markets.get(i);
      int base = assetId(market.base());
      int instrument = (int) done(entry.submit(market.terms())).id();
      String name = market.terms().symbol();
      Reply maker = done(entry.submit(new Command.OpenAccount("demo-maker-" + name)));
      Reply taker = done(entry.submit(new Command.OpenAccount("demo-taker-" + name)));
      opening &= !maker.duplicate();
      provide(maker.id(), usd, base, market);
      provide(taker.id(), usd, base, market);
      if (name.equals("BTC-USD")) {
        fund(user, base, 10L * 100_000_000);
      } else if (name.equals("ETH-USD")) {
        fund(user, base, 100L * 100_000_000);
      }
      Random own = new Random(random.nextLong());
      desks.add(
          new Desk(
              market,
              instrument,
              taker.id(),
              new Maker(entry, market, instrument, maker.id(), own)));
      if (maker.duplicate()) {
        resume(i, maker.id());
      }
    }
    if (opening) {
      Instant now = time.instant();
      long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
      PriceHistory.make(markets, prices, seed, nanos, history);
    }
    for (int i = 0; i < desks.size(); i++) {
      desks.get(i).maker.quote(prices.price(i), Integer.MAX_VALUE);
    }
  }

  private void provide(long account, int usd, int base, DemoMarket market) {
    fund(account, usd, 50_000_000L * 100 * CENTS);
    long unit = Math.round(Math.pow(10, market.baseScale()));
    fund(account, base, Math.round(market.quantity() * 100_000) * unit);
  }

  /** Once: a balance that exists has been funded, even when the exchange has forgotten the key. */
  private void fund(long account, int asset, long amount) {
    if (views.balances(account).stream().noneMatch(balance -> balance.asset().id() == asset)) {
      done(
          entry.submit(
              new Command.Transfer(
                  TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, "demo-" + asset)));
    }
  }

  private int assetId(Command.ListAsset asset) {
    return (int) done(entry.submit(asset)).id();
  }

  private static Reply done(Reply reply) {
    if (reply.refused()) {
      throw new IllegalStateException("the demo was refused: " + reply);
    }
    return reply;
  }

  /** Goes on from the price of an earlier run, and cancels what its maker left in the book. */
  private void resume(int market, long maker) {
    List<OrderView> left =
        views
            .orders(
                new OrderQuery(
                    maker,
                    Optional.of(true),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    500))
            .items();
    double bid = 0;
    double ask = Double.MAX_VALUE;
    for (OrderView order : left) {
      double price = Double.parseDouble(order.instrument().tick().format(order.price()));
      bid = order.side() == Side.BUY ? Math.max(bid, price) : bid;
      ask = order.side() == Side.SELL ? Math.min(ask, price) : ask;
      entry.submit(new Command.CancelOrder(maker, order.id()));
    }
    if (bid > 0 && ask < Double.MAX_VALUE) {
      prices.set(market, (bid + ask) / 2);
    }
  }

  /** Moves the prices and lets the traders act on them. */
  void step() {
    try {
      prices.step(STEP_MS / 1_000.0);
      for (int i = 0; i < Math.min(desks.size(), DESKS_PER_STEP); i++) {
        int next = nextDesk++ % desks.size();
        Desk desk = desks.get(next);
        desk.maker.quote(prices.price(next), MOVES_PER_STEP);
        if (random.nextInt(5) == 0) {
          take(desk);
        }
      }
    } catch (ExchangeUnavailableException e) {
      LOG.atWarn().setCause(e).log("the demo's traders wait for the exchange");
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("the demo's traders have stopped");
      throw e;
    }
  }

  private void take(Desk desk) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long lots = desk.market.lots(desk.market.quantity() * -Math.log(1 - random.nextDouble()) * 0.5);
    entry.submit(
        new Command.PlaceOrder(
            desk.taker, desk.instrumentId, side, OrderType.MARKET, TimeInForce.IOC, 0, lots, ""));
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

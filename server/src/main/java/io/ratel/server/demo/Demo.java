package io.ratel.server.demo;

import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.TradingViews.OrderView;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import io.ratel.security.identity.Role;
import io.ratel.server.FirstUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
  private static final long STEP_MS = 250;
  private static final int MOVES_PER_STEP = 4;
  private static final int DESKS_PER_STEP = 6;
  private static final double STEPS_PER_DAY = 86_400_000.0 / STEP_MS;
  private static final long CENTS = 1_000_000; // minor units of USD in a cent

  private final OrderEntry entry;
  private final TradingViews views;
  private final Random random;
  private final int instruments;
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
    double fair;

    Desk(DemoMarket market, int instrumentId, long taker, Maker maker) {
      this.market = market;
      this.instrumentId = instrumentId;
      this.taker = taker;
      this.maker = maker;
      this.fair = market.price();
    }
  }

  /**
   * @param instruments how many markets to open
   * @param seed two demos of one seed trade alike
   */
  public Demo(OrderEntry entry, TradingViews views, int instruments, long seed) {
    this.entry = entry;
    this.instruments = instruments;
    this.views = views;
    this.random = new Random(seed);
  }

  /** Lists the markets, opens and funds the accounts, and starts to trade. */
  public void start(FirstUser firstUser) {
    int usd = assetId(new Command.ListAsset("USD", 8));
    long user = firstUser.ensure(EMAIL, Role.TRADER, PASSWORD);
    fund(user, usd, 1_000_000 * 100 * CENTS);
    for (DemoMarket market : DemoMarkets.first(instruments)) {
      int base = assetId(market.base());
      int instrument = (int) done(entry.submit(market.terms())).id();
      String name = market.terms().symbol();
      long maker = open("demo-maker-" + name, usd, base, market);
      long taker = open("demo-taker-" + name, usd, base, market);
      if (name.equals("BTC-USD")) {
        fund(user, base, 10L * 100_000_000);
      } else if (name.equals("ETH-USD")) {
        fund(user, base, 100L * 100_000_000);
      }
      Desk desk =
          new Desk(
              market,
              instrument,
              taker,
              new Maker(entry, market, instrument, maker, new Random(random.nextLong())));
      resume(desk, maker);
      desk.maker.quote(desk.fair, Integer.MAX_VALUE);
      desks.add(desk);
    }
    clock.scheduleAtFixedRate(this::step, 0, STEP_MS, TimeUnit.MILLISECONDS);
  }

  private long open(String name, int usd, int base, DemoMarket market) {
    long account = done(entry.submit(new Command.OpenAccount(name))).id();
    fund(account, usd, 50_000_000L * 100 * CENTS);
    long unit = Math.round(Math.pow(10, market.baseScale()));
    fund(account, base, Math.round(market.quantity() * 100_000) * unit);
    return account;
  }

  private void fund(long account, int asset, long amount) {
    done(
        entry.submit(
            new Command.Transfer(
                TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, "demo-" + asset)));
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
  private void resume(Desk desk, long maker) {
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
      desk.fair = (bid + ask) / 2;
    }
  }

  private void step() {
    try {
      double common = random.nextGaussian();
      for (int i = 0; i < Math.min(desks.size(), DESKS_PER_STEP); i++) {
        Desk desk = desks.get(nextDesk++ % desks.size());
        double own = random.nextGaussian();
        double sigma = desk.market.volatility() / Math.sqrt(STEPS_PER_DAY);
        double pull = 0.00002 * Math.log(desk.market.price() / desk.fair);
        desk.fair *= Math.exp(sigma * (0.6 * common + 0.8 * own) + pull);
        desk.maker.quote(desk.fair, MOVES_PER_STEP);
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

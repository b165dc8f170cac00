package io.ratel.adapters.postgres;

import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.margin.MarginSchedule.Bracket;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.view.Projection.Entry;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.KillScope;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * An exchange with a spot market, a perpetual and a contract for difference, on which accounts of
 * every mode do everything there is to do, by chance and the same for a seed.
 */
final class RandomVenue {
  static final int SPOT = 0;
  static final int PERPETUAL = 1;
  static final int CFD = 2;
  static final int MARKETS = 3;
  private static final long NOON = 1_700_000_000_123_456_789L;
  private static final long MID = 1_000;
  private static final OrderType[] TYPES = OrderType.values();
  private static final SelfTradePrevention[] PREVENTIONS = SelfTradePrevention.values();

  final List<Entry> events = new ArrayList<>();
  final List<Long> accounts = new ArrayList<>();
  final LocalExchange exchange =
      new LocalExchange((sequence, time, event) -> events.add(new Entry(sequence, time, event)));
  private final Random random;
  private final List<Long> orders = new ArrayList<>();
  private int noted;
  private long now = NOON;
  private long ticks;
  private long price = MID;

  RandomVenue(long seed) {
    random = new Random(seed);
    submit(new Command.ListAsset("USD", 8));
    submit(new Command.ListAsset("BTC", 8));
    submit(new Command.ListAsset("GOLD", 8));
    list("BTC-USD", InstrumentKind.SPOT, "BTC");
    list("BTC-USD-SWAP", InstrumentKind.PERPETUAL, "BTC");
    list("GOLD-USD", InstrumentKind.CFD, "GOLD");
    MarginSchedule margins =
        new MarginSchedule(
            List.of(
                new Bracket(500_000_000_000L, 100_000, 50_000),
                new Bracket(MarginSchedule.UNBOUNDED, 200_000, 100_000)));
    submit(
        new Command.SetMarketTerms(
            PERPETUAL,
            MarketTerms.of(1_000, 2_000)
                .withMargins(margins)
                .withFees(List.of(new FeeTier(-500, 2_000), new FeeTier(0, 1_000)))));
    submit(
        new Command.SetMarketTerms(
            CFD,
            MarketTerms.of(0, 500)
                .withMargins(MarginSchedule.flat(50_000, 25_000))
                .dealt(1_000, 3_600_000_000_000L)
                .withFinancing(50_000, -10_000)));
    mark(CFD);
    for (int i = 0; i < 5; i++) {
      open(i);
    }
    deposit(Command.INSURANCE, 0, 1_000_00000000L);
  }

  private void list(String symbol, InstrumentKind kind, String base) {
    submit(
        new Command.ListInstrument(
            symbol, kind, base, "USD", Step.of("0.01"), Step.of("0.001"), 1_000, 2_000, 100_000));
  }

  private void open(int i) {
    long account = submit(new Command.OpenAccount("account-" + i)).id();
    accounts.add(account);
    deposit(account, 0, 2_000_00000000L);
    deposit(account, 1, 100_00000000L);
    MarginMode mode = MarginMode.values()[i % 3];
    submit(
        new Command.ConfigureAccount(
            account,
            AccountConfig.CASH.with(mode, MarginModel.values()[i % 2], 1 + i).withFeeTier(i % 2)));
  }

  private void deposit(long account, int asset, long amount) {
    submit(new Command.Transfer(TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, ""));
  }

  Reply submit(Command command) {
    Reply reply = exchange.submit(command, now);
    for (; noted < events.size(); noted++) {
      if (events.get(noted).event() instanceof Event.OrderAccepted accepted) {
        orders.add(accepted.orderId());
      }
    }
    return reply;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private long account() {
    return any(accounts);
  }

  private long near() {
    return Math.max(1, price + random.nextInt(41) - 20);
  }

  private void mark(int instrument) {
    ticks++;
    submit(new Command.Mark(instrument, price, price - 2, price + 2, ticks, ticks, now));
  }

  /** Does one thing. */
  void step(int i) {
    now += random.nextInt(200_000_000);
    price = Math.max(100, price + random.nextInt(21) - 10);
    switch (random.nextInt(30)) {
      case 0 -> submit(new Command.CancelOrder(account(), order()));
      case 1, 2 ->
          submit(
              new Command.ReplaceOrder(
                  account(), order(), maybe(near()), maybe(lots()), maybe(near())));
      case 3 -> mark(CFD);
      case 4 -> submit(new Command.AdvanceTime());
      case 5 -> submit(new Command.Fund(PERPETUAL, random.nextInt(2_001) - 1_000));
      case 6 -> cancelMany();
      case 7 -> set(i);
      case 8 -> state();
      case 9 ->
          submit(
              new Command.MoveUnits(
                  accounts.getFirst(),
                  accounts.getLast(),
                  0,
                  random.nextInt(3) == 0 ? 0 : 10_00000000L,
                  0,
                  ""));
      case 10 -> crash();
      default -> place(i);
    }
  }

  private long order() {
    return orders.isEmpty() ? 1 : orders.get(Math.max(0, orders.size() - 1 - random.nextInt(40)));
  }

  private long maybe(long value) {
    return random.nextInt(3) == 0 ? 0 : value;
  }

  private long lots() {
    return 1 + random.nextInt(5_000);
  }

  private void cancelMany() {
    if (random.nextBoolean()) {
      submit(
          new Command.CancelOrders(
              account(),
              random.nextBoolean() ? OptionalInt.of(random.nextInt(MARKETS)) : OptionalInt.empty(),
              random.nextBoolean() ? Optional.of(Side.BUY) : Optional.empty()));
    } else {
      submit(new Command.CancelAllAfter(account(), random.nextInt(2) * 300_000_000L));
    }
  }

  private void set(int i) {
    long account = account();
    switch (random.nextInt(3)) {
      case 0 ->
          submit(
              new Command.SetLimits(
                  account, new AccountLimits(0, 0, 0, 4_000 + i, 40, 0, 500_000)));
      case 1 -> {
        submit(new Command.SetKillSwitch(KillScope.ACCOUNT, account, true));
        submit(new Command.SetKillSwitch(KillScope.ACCOUNT, account, false));
      }
      default ->
          submit(
              new Command.ConfigureAccount(
                  account, AccountConfig.CASH.with(SelfTradePrevention.CANCEL_OLDEST)));
    }
  }

  private void state() {
    int instrument = random.nextInt(2);
    submit(new Command.SetTradingState(instrument, TradingState.AUCTION));
    for (int i = 0; i < 6; i++) {
      plain(instrument);
    }
    submit(new Command.SetTradingState(instrument, TradingState.OPEN));
  }

  /** The mark moves so far that somebody is liquidated. */
  private void crash() {
    price = Math.max(100, random.nextBoolean() ? price * 8 / 10 : price * 12 / 10);
    mark(CFD);
    for (int i = 0; i < 4; i++) {
      plain(PERPETUAL);
    }
    now += 200_000_000;
    submit(new Command.AdvanceTime());
  }

  private void plain(int instrument) {
    submit(
        new Command.PlaceOrder(
            account(),
            instrument,
            random.nextBoolean() ? Side.BUY : Side.SELL,
            OrderType.LIMIT,
            TimeInForce.GTC,
            near(),
            lots(),
            ""));
  }

  private void place(int i) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    OrderType type = random.nextInt(3) == 0 ? TYPES[random.nextInt(TYPES.length)] : OrderType.LIMIT;
    TimeInForce life =
        type == OrderType.MARKET
            ? TimeInForce.IOC
            : TimeInForce.values()[random.nextInt(TimeInForce.values().length)];
    OrderConditions.Builder with = new OrderConditions.Builder();
    long at = near();
    if (type == OrderType.TRAILING_STOP) {
      boolean relative = random.nextBoolean();
      with = relative ? with.trailPpm(10_000) : with.trail(1 + random.nextInt(20));
    } else if (type.waits()) {
      with.trigger(near());
    }
    if (life == TimeInForce.GTD) {
      with.expiryNs(now + 1 + random.nextInt(2_000_000_000));
    }
    int instrument = random.nextInt(MARKETS);
    decorate(with, instrument, type, side, at);
    submit(
        new Command.PlaceOrder(
            account(),
            instrument,
            side,
            type,
            life,
            type.isPriced() ? at : 0,
            lots(),
            with.build(),
            "k" + i));
  }

  private void decorate(
      OrderConditions.Builder with, int instrument, OrderType type, Side side, long at) {
    long better = side == Side.BUY ? 15 : -15;
    int what = random.nextInt(12);
    if (instrument != SPOT && what >= 4 && what <= 6) {
      return; // legs on margin only reduce
    }
    switch (what) {
      case 0 -> {
        // What waits and may only reduce is cut when it is triggered, and no event says so.
        if (instrument == PERPETUAL && !type.waits()) {
          with.flag(OrderTerms.REDUCE_ONLY);
        }
      }
      case 1 -> with.flag(OrderTerms.POST_ONLY);
      case 2 -> with.flag(OrderTerms.HIDDEN);
      case 3 -> with.display(1);
      case 4 -> with.takeProfit(at + better).stopLoss(Math.max(1, at - better));
      case 5 -> with.stopLoss(Math.max(1, at - better)).stopLossLimit(Math.max(1, at - better));
      case 6 -> with.flag(OrderConditions.ONE_CANCELS_OTHER).stopLoss(at + better);
      case 7 ->
          with.split(
              new Split(
                  Algo.values()[random.nextInt(3)],
                  0,
                  now + 1_500_000_000L,
                  300_000_000L,
                  200_000,
                  List.of()));
      case 8 -> with.selfTrade(PREVENTIONS[random.nextInt(PREVENTIONS.length)]);
      case 9 -> with.flag(OrderTerms.BY_MARK);
      default -> {}
    }
  }
}

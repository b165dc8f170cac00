package io.ratel.exchange;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.house.MarginVenue;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** A small state with something of everything in it, and commands that ask after all of it. */
final class StateSample {
  private static final long SECOND = 1_000_000_000L;
  private static final long MAKER = 32 * 4 + 32;

  private StateSample() {}

  static MarginVenue venue() {
    MarginVenue venue =
        MarginVenue.with(
            MarketTerms.of(0, 0)
                .withFees(List.of(new FeeTier(100, 200), new FeeTier(50, 100)))
                .withMargins(MarginSchedule.flat(100_000, 50_000))
                .withFinancing(10_000, 5_000)
                .withBand(900_000));
    long maker = venue.account("maker", 1_000_000);
    long taker = venue.account("taker", 200_000);
    long fifo = venue.account("fifo", 100_000);
    venue.configure(
        fifo,
        new AccountConfig(
            MarginMode.CROSS,
            MarginModel.LEVERAGED,
            PositionMode.NETTING,
            CostMethod.FIFO,
            SelfTradePrevention.DECREMENT,
            2,
            1));
    venue.submit(
        new Command.SetLimits(
            taker, new AccountLimits(900_000, 900_000, 50_000, 5_000, 50, 40, 800_000)));
    venue.submit(
        new Command.Transfer(
            TransferKind.DEPOSIT, Command.WORLD, Command.INSURANCE, 0, 10_000, "fund"));
    venue.mark(0, 100, 99, 101);
    venue.trade(fifo, maker, 100, 50);
    venue.trade(fifo, maker, 104, 30);
    venue.trade(maker, taker, 102, 40);
    venue.limit(maker, Side.SELL, 110, 100);
    venue.limit(maker, Side.SELL, 110, 70);
    venue.limit(maker, Side.BUY, 90, 100);
    add(venue, maker, Side.SELL, 112, 90, new OrderConditions.Builder().display(20));
    add(venue, maker, Side.SELL, 112, 30, new OrderConditions.Builder().flag(OrderTerms.HIDDEN));
    addLinked(venue, maker, taker, fifo);
    venue.submit(new Command.CancelAllAfter(maker, 1_000 * SECOND));
    venue.submit(new Command.MoveUnits(maker, taker, 0, 500, 0, "units"));
    venue.submit(new Command.AdvanceTime());
    return venue;
  }

  /** Orders that wait, that know of each other, or that are split. */
  private static void addLinked(MarginVenue venue, long maker, long taker, long fifo) {
    add(venue, taker, Side.BUY, 95, 10, new OrderConditions.Builder().takeProfit(120).stopLoss(80));
    add(
        venue,
        fifo,
        Side.SELL,
        130,
        20,
        new OrderConditions.Builder().stopLoss(85).flag(OrderConditions.ONE_CANCELS_OTHER));
    venue.order(
        fifo,
        Side.SELL,
        OrderType.TRAILING_STOP,
        TimeInForce.GTC,
        0,
        10,
        new OrderConditions.Builder().trail(9).build());
    venue.order(
        taker,
        Side.BUY,
        OrderType.STOP_LIMIT,
        TimeInForce.GTD,
        115,
        10,
        new OrderConditions.Builder()
            .trigger(111)
            .flag(OrderTerms.BY_MARK)
            .expiryNs(venue.now + 900 * SECOND)
            .build());
    venue.order(
        taker,
        Side.BUY,
        OrderType.LIMIT,
        TimeInForce.GTC,
        93,
        100,
        new OrderConditions.Builder()
            .split(new Split(Algo.TWAP, 0, venue.now + 10 * SECOND, SECOND, 0, List.of()))
            .build());
  }

  private static void add(
      MarginVenue venue,
      long account,
      Side side,
      long price,
      long lots,
      OrderConditions.Builder with) {
    venue.order(account, side, OrderType.LIMIT, TimeInForce.GTC, price, lots, with.build());
  }

  /** Commands that ask after everything there is. */
  static List<Command> probe() {
    List<Command> probe = new ArrayList<>();
    long[] accounts = {accountId(0), accountId(1), accountId(2)};
    for (long account : accounts) {
      probe.add(place(account, Side.BUY, OrderType.LIMIT, 91, 7));
      probe.add(place(account, Side.SELL, OrderType.LIMIT, 109, 7));
    }
    probe.add(new Command.Mark(0, 107, 106, 108, 50, 50, Long.MAX_VALUE / 4));
    probe.add(new Command.AdvanceTime());
    probe.add(place(accounts[0], Side.SELL, OrderType.MARKET, 0, 60));
    probe.add(place(accounts[1], Side.BUY, OrderType.LIMIT, 113, 260));
    probe.add(new Command.Fund(0, 700));
    probe.add(new Command.MoveUnits(accounts[0], accounts[1], 0, 0, 100, "more"));
    probe.add(new Command.SetTradingState(0, TradingState.AUCTION));
    probe.add(place(accounts[2], Side.BUY, OrderType.LIMIT, 112, 35));
    probe.add(new Command.SetTradingState(0, TradingState.OPEN));
    probe.add(new Command.OpenAccount("another"));
    probe.add(new Command.ListAsset("GOLD", 3));
    return probe;
  }

  private static Command place(long account, Side side, OrderType type, long price, long lots) {
    TimeInForce time = type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC;
    return new Command.PlaceOrder(account, 0, side, type, time, price, lots, "");
  }

  /** The accounts are opened with every third command after the four that list the market. */
  private static long accountId(int index) {
    return MAKER + 96L * index;
  }
}

package io.ratel.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Exchange;
import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Snapshot;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.machine.Resting;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.position.Positions;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/**
 * What must hold after every command, whatever the commands are: money and contracts are conserved,
 * what is held is what orders and positions need, and what the events tell is what the machine has.
 */
class MarginPropertyTest {
  private static final int COMMANDS = 300;
  private static final int CFD = 1;

  @Property(tries = 200)
  void nothingIsLostAndEverythingIsTold(@ForAll long seed) {
    Random random = new Random(seed);
    MarginVenue venue = venue();
    long[] accounts = accounts(venue, random);
    Told told = new Told();
    told.read(venue.events);
    venue.events.clear();
    for (int i = 0; i < COMMANDS; i++) {
      venue.submit(command(random, accounts, venue));
      told.read(venue.events);
      venue.events.clear();
      assertConserved(venue);
      told.assertAgrees(venue);
    }
  }

  /** The streams are worth something only when they get everywhere. */
  @Test
  void theStreamsReachEveryStepOfALiquidationAndEveryReasonToMoveMoney() {
    Map<String, Integer> seen = new TreeMap<>();
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      MarginVenue venue = venue();
      long[] accounts = accounts(venue, random);
      for (int i = 0; i < COMMANDS; i++) {
        venue.submit(command(random, accounts, venue));
      }
      for (Event event : venue.events) {
        String kind =
            switch (event) {
              case Event.Liquidated e -> e.step().name();
              case Event.Moved e -> e.reason().name();
              default -> event.getClass().getSimpleName();
            };
        seen.merge(kind, 1, Integer::sum);
      }
    }
    assertThat(seen)
        .containsKeys(
            "CANCEL_ORDERS",
            "REDUCE",
            "TAKE_OVER",
            "DELEVERAGE",
            "REALIZED_PNL",
            "FUNDING",
            "FINANCING",
            "DIVIDEND",
            "CASH_IN_LIEU",
            "MarginCalled",
            "OrderTriggered",
            "OrderArmed",
            "TriggerMoved",
            "TradingStateChanged",
            "Swept");
  }

  @Property(tries = 60)
  void aSnapshotAnywhereAndTheRestOfTheCommandsEndInTheSameState(
      @ForAll long seed, @ForAll @IntRange(max = COMMANDS) int cut) {
    MarginVenue whole = venue();
    MarginVenue cutShort = venue();
    long[] accounts = accounts(whole, new Random(seed));
    accounts(cutShort, new Random(seed));
    Random random = new Random(seed);
    for (int i = 0; i < COMMANDS; i++) {
      if (i == cut) {
        ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
        int length = Snapshot.write(cutShort.exchange.exchange(), bytes);
        Exchange restored = Snapshot.read(bytes, 0, length);
        assertThat(Snapshot.stateHash(restored))
            .isEqualTo(Snapshot.stateHash(cutShort.exchange.exchange()));
        cutShort.exchange = new LocalExchange(restored, (s, t, e) -> cutShort.events.add(e));
      }
      long choice = random.nextLong();
      whole.submit(command(new Random(choice), accounts, whole));
      cutShort.submit(command(new Random(choice), accounts, cutShort));
      assertThat(cutShort.events).isEqualTo(whole.events);
    }
    assertThat(Snapshot.stateHash(cutShort.exchange.exchange()))
        .isEqualTo(Snapshot.stateHash(whole.exchange.exchange()));
  }

  private static MarginVenue venue() {
    MarketTerms terms =
        MarketTerms.of(0, 0)
            .withFees(List.of(new FeeTier(100, 300), new FeeTier(-50, 200)))
            .withMargins(
                new MarginSchedule(
                    List.of(
                        new MarginSchedule.Bracket(50_000, 50_000, 25_000),
                        new MarginSchedule.Bracket(MarginSchedule.UNBOUNDED, 100_000, 60_000))))
            .withFinancing(50_000, -20_000);
    MarginVenue venue = MarginVenue.with(terms);
    venue.list("THING-USD-CFD", InstrumentKind.CFD);
    venue.terms(CFD, terms.dealt(500, 60_000_000_000L));
    venue.mark(0, 100, 100, 100);
    venue.mark(CFD, 100, 100, 100);
    return venue;
  }

  private static long[] accounts(MarginVenue venue, Random random) {
    long[] accounts = new long[6];
    for (int i = 0; i < accounts.length; i++) {
      MarginMode mode = i == 4 ? MarginMode.ISOLATED : MarginMode.CROSS;
      accounts[i] = venue.account("account-" + i, 1_000 + random.nextInt(20_000), mode);
      venue.configure(
          accounts[i],
          new AccountConfig(
              mode,
              i == 3 ? MarginModel.LEVERAGED : MarginModel.STANDARD,
              i == 2 ? PositionMode.HEDGING : PositionMode.NETTING,
              i == 1 ? CostMethod.FIFO : CostMethod.AVERAGE,
              i == 5 ? SelfTradePrevention.CANCEL_OLDEST : SelfTradePrevention.NONE,
              i == 3 ? 4 : 1,
              i % 2));
    }
    if (random.nextBoolean()) {
      venue.submit(
          new Command.Transfer(
              TransferKind.DEPOSIT, Command.WORLD, Command.INSURANCE, 0, 5_000, ""));
    }
    return accounts;
  }

  private static Command command(Random random, long[] accounts, MarginVenue venue) {
    long account = accounts[random.nextInt(accounts.length)];
    int instrument = random.nextInt(4) == 0 ? CFD : 0;
    Listing of = venue.exchange.exchange().machine().listings.get(instrument);
    long last = venue.exchange.exchange().lastCommandId();
    return switch (random.nextInt(26)) {
      case 0, 1, 2, 3 -> {
        long move = random.nextInt(9) - 4;
        long price = Math.max(20, Math.min(400, of.mark + move));
        venue.now += 100_000_000;
        long sequence = of.markSequence + 1;
        yield new Command.Mark(
            instrument,
            price,
            price - random.nextInt(3),
            price + random.nextInt(3),
            sequence,
            sequence,
            venue.now);
      }
      case 4 -> new Command.Fund(0, random.nextInt(2_001) - 1_000);
      case 5 ->
          new Command.Transfer(
              TransferKind.DEPOSIT, Command.WORLD, account, 0, 1 + random.nextInt(2_000), "");
      case 6 ->
          new Command.Transfer(
              TransferKind.WITHDRAWAL, account, Command.WORLD, 0, 1 + random.nextInt(4_000), "");
      case 7, 8 -> new Command.CancelOrder(account, last - 32L * random.nextInt(40));
      case 9, 10 ->
          new Command.ReplaceOrder(
              account,
              last - 32L * random.nextInt(20),
              random.nextBoolean() ? 0 : of.mark - 8 + random.nextInt(16),
              random.nextBoolean() ? 0 : 1 + random.nextInt(60));
      case 11 -> {
        venue.now += random.nextInt(10) == 0 ? 90_000_000_000_000L : 2_000_000_000L;
        yield new Command.AdvanceTime();
      }
      case 12 ->
          new Command.SetTradingState(
              0,
              random.nextInt(3) > 0 ? TradingState.OPEN : TradingState.values()[random.nextInt(5)]);
      case 13 ->
          new Command.ApplyCorporateAction(
              instrument,
              random.nextBoolean()
                  ? CorporateAction.dividend(1 + random.nextInt(9), 1 + random.nextInt(7))
                  : CorporateAction.split(
                      1 + random.nextInt(4), 1 + random.nextInt(4), random.nextInt((int) of.mark)));
      default -> order(random, account, instrument, of);
    };
  }

  private static Command order(Random random, long account, int instrument, Listing of) {
    OrderType type = OrderType.values()[random.nextInt(3) > 0 ? 0 : random.nextInt(7)];
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    OrderConditions.Builder with = new OrderConditions.Builder();
    long near = of.mark - 6 + random.nextInt(13);
    if (type.waits()) {
      with.trigger(type == OrderType.TRAILING_STOP ? 0 : near);
      if (type == OrderType.TRAILING_STOP) {
        with.trail(1 + random.nextInt(5));
      }
    }
    long quantity = 1 + random.nextInt(120);
    if (random.nextInt(5) == 0) {
      with.flag(OrderTerms.REDUCE_ONLY);
    }
    if (random.nextInt(5) == 0) {
      with.effect(PositionEffect.CLOSE);
    }
    if (type == OrderType.LIMIT && random.nextInt(6) == 0) {
      boolean buys = side == Side.BUY;
      with.takeProfit(buys ? near + 4 : Math.max(1, near - 4));
      with.stopLoss(buys ? Math.max(1, near - 4) : near + 4);
    } else if (type == OrderType.LIMIT && random.nextInt(8) == 0 && quantity > 4) {
      with.display(quantity / 4);
    }
    TimeInForce time =
        random.nextInt(4) > 0 ? TimeInForce.GTC : TimeInForce.values()[random.nextInt(5)];
    if (time == TimeInForce.GTD) {
      with.expiryNs(Long.MAX_VALUE / 4);
    }
    return new Command.PlaceOrder(
        account,
        instrument,
        side,
        type,
        type == OrderType.MARKET ? TimeInForce.IOC : time,
        type.isPriced() ? near : 0,
        quantity,
        with.build(),
        "");
  }

  private static void assertConserved(MarginVenue venue) {
    Machine machine = venue.exchange.exchange().machine();
    long money = 0;
    for (int account = 0; account < machine.accounts.size(); account++) {
      money += machine.ledger.total(account, 0);
    }
    assertThat(money).as("debits equal credits").isZero();
    long cost = 0;
    Map<Integer, Long> lots = new HashMap<>();
    Map<Integer, Long> margins = new HashMap<>();
    List<Integer> rows = new ArrayList<>();
    machine.positions.forEach(rows::add);
    Positions positions = machine.positions;
    for (int row : rows) {
      cost += positions.cost(row);
      lots.merge(positions.instrument(row), positions.quantity(row), Long::sum);
      margins.merge(positions.account(row), positions.margin(row), Long::sum);
    }
    assertThat(machine.ledger.total(Accounts.CLEARING, 0))
        .as("the clearing account has what positions cost less")
        .isEqualTo(-cost);
    assertThat(lots.values()).as("longs equal shorts").allMatch(sum -> sum == 0);
    for (int account = 0; account < machine.accounts.size(); account++) {
      assertThat(machine.ledger.held(account, 0))
          .as("held by account %s", account)
          .isEqualTo(margins.getOrDefault(account, 0L));
    }
    assertOpenOrders(machine, positions, rows);
    Listing of = machine.listings.get(0);
    long bid = of.book.bestAny(Side.BUY);
    long ask = of.book.bestAny(Side.SELL);
    if (of.state == TradingState.OPEN) {
      assertThat(bid == 0 || ask == 0 || bid < ask).as("book %s/%s", bid, ask).isTrue();
    }
  }

  /** What the rows say of open orders is what rests in the book. */
  private static void assertOpenOrders(Machine machine, Positions positions, List<Integer> rows) {
    Map<String, Long> resting = new HashMap<>();
    for (Side side : Side.values()) {
      machine
          .listings
          .book(0)
          .forEachOrder(
              side,
              slot -> {
                int account = (int) machine.orders.account(slot);
                boolean closes = Resting.has(machine.orders.flags(slot), Resting.CLOSES);
                String key =
                    account
                        + "/"
                        + machine.collateral.positionSide(
                            machine.listings.get(0), account, side, closes)
                        + "/"
                        + side;
                resting.merge(
                    key, machine.orders.remaining(slot) * machine.orders.price(slot), Long::sum);
              });
    }
    for (int row : rows) {
      if (positions.instrument(row) == 0) {
        String key = positions.account(row) + "/" + positions.side(row) + "/";
        assertThat(positions.openBuyValue(row)).isEqualTo(resting.getOrDefault(key + "BUY", 0L));
        assertThat(positions.openSellValue(row)).isEqualTo(resting.getOrDefault(key + "SELL", 0L));
      }
    }
  }

  /** A reader of the events: balances by postings alone, positions and holds as they are told. */
  private static final class Told {
    final Map<Long, Long> posted = new HashMap<>();
    final Map<Long, long[]> balances = new HashMap<>();

    void read(List<Event> events) {
      for (Event event : events) {
        switch (event) {
          case Event.Transferred e -> post(e.fromAccountId(), e.toAccountId(), e.amount());
          case Event.Moved e -> post(e.fromAccountId(), e.toAccountId(), e.amount());
          case Event.Traded e -> {
            post(e.makerAccountId(), Command.FEES, e.makerFee());
            post(e.takerAccountId(), Command.FEES, e.takerFee());
          }
          case Event.BalanceChanged e ->
              balances.put(e.accountId(), new long[] {e.total(), e.held()});
          default -> {}
        }
      }
    }

    private void post(long from, long to, long amount) {
      posted.merge(from, -amount, Long::sum);
      posted.merge(to, amount, Long::sum);
    }

    void assertAgrees(MarginVenue venue) {
      balances.forEach(
          (account, balance) -> {
            assertThat(venue.total(account)).isEqualTo(balance[0]);
            assertThat(posted.getOrDefault(account, 0L))
                .as("postings of account %s", account)
                .isEqualTo(balance[0]);
            assertThat(venue.held(account)).isEqualTo(balance[1]);
          });
    }
  }
}

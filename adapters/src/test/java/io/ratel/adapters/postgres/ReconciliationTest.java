package io.ratel.adapters.postgres;

import static io.ratel.exchange.reconciliation.BreakKind.ACCOUNT_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.BALANCE_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.FEE_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.FILL_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.FILL_MISSING;
import static io.ratel.exchange.reconciliation.BreakKind.INSTRUMENT_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.LEVEL_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.ORDER_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.ORDER_FILLS_DIFFER;
import static io.ratel.exchange.reconciliation.BreakKind.ORDER_MISSING;
import static io.ratel.exchange.reconciliation.BreakKind.ORDER_UNKNOWN;
import static io.ratel.exchange.reconciliation.BreakKind.POSITION_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.POSTINGS_DIFFER;
import static io.ratel.exchange.reconciliation.BreakKind.TRADE_DIFFERS;
import static io.ratel.exchange.reconciliation.BreakKind.TRADE_MISSING;
import static io.ratel.exchange.reconciliation.BreakKind.TRANSACTION_UNBALANCED;
import static io.ratel.exchange.reconciliation.BreakKind.TRANSFER_DIFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.reconciliation.Break;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Reconciliation;
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {
  private static final String A_STOP =
      "(select order_id from projection.orders where status = 'pending' and type = 'stop'"
          + " order by 1 limit 1)";

  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  private final PostgresProjection projection = new PostgresProjection(database, new Progress());

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(directory);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  private RandomVenue traded(long seed, int steps) {
    RandomVenue venue = new RandomVenue(seed);
    for (int i = 0; i < steps; i++) {
      venue.step(i);
    }
    venue.submit(
        new Command.PlaceOrder(
            venue.accounts.getFirst(),
            RandomVenue.SPOT,
            Side.SELL,
            OrderType.STOP,
            TimeInForce.GTC,
            0,
            10,
            new OrderConditions.Builder().trigger(5).build(),
            "waits"));
    write(venue);
    return venue;
  }

  private void write(RandomVenue venue) {
    projection.clear();
    projection.write(venue.events);
  }

  private static Reconciliation reconcile(RandomVenue venue) {
    return new PostgresReconciler(database, sequence -> venue.exchange.exchange()).run();
  }

  private static void change(String sql) {
    assertThat(database.sql().execute(sql)).as(sql).isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 5, 6, 11, 12, 14, 15, 16, 21, 22, 23, 24})
  void ofWhateverHappenedNothingDiffers(long seed) {
    RandomVenue venue = traded(seed, 600);
    Reconciliation report = reconcile(venue);
    assertThat(report.breaks()).as("seed %d", seed).isEmpty();
    assertThat(report.breakCount()).isZero();
    assertThat(report.sequence()).isEqualTo(venue.exchange.exchange().sequence());
    assertThat(report.checked().orders()).isGreaterThan(100);
    assertThat(report.checked().fills()).isGreaterThan(100);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34})
  void whatCompaniesAndOperatorsDoLeavesNoDifference(long seed) {
    RandomVenue venue = new RandomVenue(seed);
    venue.submit(new Command.ListAsset("CHILD", 8));
    venue.submit(
        new Command.ListInstrument(
            "CHILD-USD",
            InstrumentKind.SHARE,
            "CHILD",
            "USD",
            Step.of("0.01"),
            Step.of("0.001"),
            1_000,
            2_000,
            100_000));
    int child = RandomVenue.MARKETS;
    List<Command> events =
        List.of(
            new Command.ApplyCorporateAction(RandomVenue.SPOT, CorporateAction.split(3, 2, 1_000)),
            new Command.ApplyCorporateAction(RandomVenue.SPOT, CorporateAction.dividend(1_000, 1)),
            new Command.ApplyCorporateAction(
                RandomVenue.SPOT, CorporateAction.spinOff(child, 1, 4, 100_000, 0)),
            new Command.ApplyCorporateAction(
                RandomVenue.SPOT, CorporateAction.symbolChange("XBT-USD")),
            new Command.ApplyCorporateAction(RandomVenue.PERPETUAL, CorporateAction.split(2, 1, 0)),
            new Command.SetKillSwitch(KillScope.INSTRUMENT, child, true),
            new Command.SetTradingState(RandomVenue.SPOT, TradingState.AUCTION),
            new Command.Settle(RandomVenue.PERPETUAL, 900));
    projection.clear();
    int written = 0;
    for (Command event : events) {
      for (int i = 0; i < 80; i++) {
        venue.step(i);
      }
      assertThat(venue.submit(event).refused()).as("seed %d: %s", seed, event).isFalse();
      projection.write(venue.events.subList(written, venue.events.size()));
      written = venue.events.size();
      assertThat(reconcile(venue).breaks()).as("seed %d, after %s", seed, event).isEmpty();
    }
  }

  @Test
  void tenFaultsOfTenKindsAreTenBreaks() {
    RandomVenue venue = traded(7, 600);
    Map<BreakKind, String> faults = new EnumMap<>(BreakKind.class);
    faults.put(
        BALANCE_DIFFERS,
        "update projection.balances set held = held + 1 where (account_id, "
            + "asset) = (select account_id, asset from projection.balances where "
            + "account_id > 5 order by 1, 2 limit 1)");
    faults.put(
        TRANSACTION_UNBALANCED,
        "update projection.postings set amount = amount + 0.5 where (sequence, "
            + "line) = (select sequence, line from projection.postings where reason = "
            + "'trade' order by 1, 2 limit 1)");
    faults.put(
        ORDER_MISSING,
        "delete from projection.orders where order_id = (select order_id from "
            + "projection.orders where status = 'partiallyFilled' order by 1 limit 1)");
    faults.put(
        ORDER_UNKNOWN,
        "update projection.orders set status = 'open' where order_id = (select "
            + "order_id from projection.orders where status = 'canceled' and filled = "
            + "0 order by 1 limit 1)");
    faults.put(
        ORDER_DIFFERS,
        "update projection.orders set trigger_price = trigger_price + 1 where order_id = "
            + A_STOP);
    faults.put(
        FILL_MISSING,
        "delete from projection.fills where (trade_id, liquidity) = (select "
            + "trade_id, 'maker' from projection.trades order by 1 limit 1)");
    faults.put(
        TRADE_MISSING,
        "delete from projection.trades where trade_id = (select trade_id from "
            + "projection.trades order by 1 desc limit 1)");
    faults.put(
        POSITION_DIFFERS,
        "update projection.positions set cost = cost + 1 where (account_id, "
            + "symbol, side) = (select account_id, symbol, side from "
            + "projection.positions where symbol = 'BTC-USD-SWAP' and quantity <> 0 "
            + "order by 1, 2 limit 1)");
    faults.put(
        LEVEL_DIFFERS,
        "update projection.levels set quantity = quantity + 1 where (symbol, "
            + "side, price) = (select symbol, side, price from projection.levels "
            + "order by 1, 2, 3 limit 1)");
    faults.put(
        INSTRUMENT_DIFFERS, "update projection.marks set mark = mark + 1 where instrument_id = 2");
    assertThat(faults).hasSize(10);
    faults.values().forEach(ReconciliationTest::change);

    Reconciliation report = reconcile(venue);
    assertThat(report.breaks())
        .extracting(Break::kind)
        .containsExactlyInAnyOrderElementsOf(faults.keySet());
    assertThat(report.breakCount()).isEqualTo(10);
    assertThat(report.breaks()).extracting(Break::mend).containsOnly("ratel reconcile --mend");

    write(venue);
    assertThat(reconcile(venue).breaks()).isEmpty();
  }

  @Test
  void moreFaultsAreNamedAndNoneTwice() {
    RandomVenue venue = traded(9, 600);
    Map<BreakKind, String> faults = new EnumMap<>(BreakKind.class);
    faults.put(
        TRADE_DIFFERS,
        "update projection.trades set quantity = quantity + 1, value = value "
            + "where trade_id = (select trade_id from projection.trades order by 1 "
            + "limit 1)");
    faults.put(
        FILL_DIFFERS,
        "update projection.fills set price = price + 1 where (trade_id, "
            + "liquidity) = (select trade_id, 'taker' from projection.trades order by "
            + "1 desc limit 1)");
    faults.put(
        FEE_DIFFERS,
        "update projection.fills set fee = fee + 1 where (trade_id, liquidity) "
            + "= (select trade_id, 'taker' from projection.trades order by 1 offset 3 "
            + "limit 1)");
    faults.put(
        TRANSFER_DIFFERS,
        "update projection.transfers set amount = amount + 1 where transfer_id "
            + "= (select transfer_id from projection.transfers order by 1 limit 1)");
    faults.put(
        ORDER_FILLS_DIFFER,
        "update projection.orders set filled = filled - 0.001 where order_id = "
            + "(select order_id from projection.orders where status = 'filled' and "
            + "algo is null order by 1 limit 1)");
    faults.put(
        ACCOUNT_DIFFERS,
        "update projection.account_limits set open_orders = 7 where account_id "
            + "= (select account_id from projection.account_limits order by 1 limit "
            + "1)");
    faults.values().forEach(ReconciliationTest::change);
    assertThat(reconcile(venue).breaks())
        .extracting(Break::kind)
        .containsExactlyInAnyOrderElementsOf(faults.keySet());
  }

  @Test
  void ofManyBreaksTheFirstThousandAreListedAndAllAreCounted() {
    RandomVenue venue = traded(10, 600);
    int fills = database.sql().execute("delete from projection.fills");
    Reconciliation report = reconcile(venue);
    assertThat(fills).isGreaterThan(1_000);
    assertThat(report.breakCount()).isEqualTo(fills);
    assertThat(report.breaks()).hasSize(1_000).extracting(Break::kind).containsOnly(FILL_MISSING);
  }

  @Test
  void tablesThatClaimMoreThanTheLogHasAreNotCompared() {
    RandomVenue venue = traded(10, 50);
    change("update projection.progress set sequence = sequence + 1000");
    Reconciliation report = reconcile(venue);
    assertThat(report.breaks())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(BreakKind.TABLES_AHEAD);
              assertThat(found.expected())
                  .isEqualTo(String.valueOf(venue.exchange.exchange().sequence()));
            });
    assertThat(report.checked().balances()).isZero();
  }

  @Test
  void tablesThatEndInsideACommandAreNotCompared() {
    RandomVenue venue = traded(10, 50);
    projection.clear();
    projection.write(venue.events.subList(0, venue.events.size() - 1));
    Reconciliation report = reconcile(venue);
    assertThat(report.breaks())
        .extracting(Break::kind, Break::field, Break::found)
        .containsExactly(
            tuple(
                BreakKind.TABLES_INSIDE_COMMAND,
                "sequence",
                String.valueOf(venue.events.size() - 1)));
  }

  @Test
  void amountsThatMoveBetweenEventsAndAccountsAreFound() {
    RandomVenue venue = traded(10, 200);
    change(
        "update projection.postings set account_id = 999 where (sequence, line) ="
            + " (select sequence, line from projection.postings where reason = 'deposit'"
            + " and account_id > 5 order by 1, 2 limit 1)");
    change(
        "delete from projection.trades where trade_id = (select max(trade_id) from"
            + " projection.trades)");
    change(
        "delete from projection.transfers where transfer_id = (select max(transfer_id) from"
            + " projection.transfers)");
    assertThat(reconcile(venue).breaks())
        .extracting(Break::kind)
        .containsExactlyInAnyOrder(
            POSTINGS_DIFFER, // of the account that lost it
            POSTINGS_DIFFER, // and of one that nobody knows
            TRANSFER_DIFFERS,
            BreakKind.TRANSFER_MISSING,
            TRADE_MISSING);
  }
}

package io.ratel.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.Projection.Entry;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.FillView;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import io.ratel.model.slot.Slots;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProjectionTest {
  private static final long NOON = 1_700_000_000_123_456_789L;

  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  private final List<Entry> events = new ArrayList<>();
  private final LocalExchange exchange =
      new LocalExchange((sequence, time, event) -> events.add(new Entry(sequence, time, event)));
  private final Progress progress = new Progress();
  private PostgresProjection projection;
  private PostgresViews views;
  private long alice;
  private long bob;

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

  @BeforeEach
  void openTheMarket() {
    projection = new PostgresProjection(database, progress);
    projection.clear();
    views = new PostgresViews(database, progress);
    submit(new Command.ListAsset("USD", 8));
    submit(new Command.ListAsset("BTC", 8));
    submit(
        new Command.ListInstrument(
            "BTC-USD",
            InstrumentKind.SPOT,
            "BTC",
            "USD",
            Step.of("0.01"),
            Step.of("0.00001"),
            1_000,
            2_000,
            50_000));
    alice = submit(new Command.OpenAccount("alice")).id();
    bob = submit(new Command.OpenAccount("bob")).id();
    deposit(alice, 0, 100_000_00000000L);
    deposit(bob, 1, 10_00000000L);
  }

  @Test
  void showsOrdersFillsAndBalancesInExactDecimals() {
    Reply ask = place(bob, Side.SELL, 6_000_050, 150_000, "bob-1");
    Reply bid = place(alice, Side.BUY, 6_100_000, 100_000, "alice-1");
    flush();

    OrderView order = views.order(bob, ask.id()).orElseThrow();
    assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(order.filled()).isEqualTo(100_000);
    assertThat(order.turnover()).isEqualTo(6_000_050L * 100_000);
    assertThat(order.clientOrderId()).isEqualTo("bob-1");
    assertThat(views.order(alice, ask.id())).isEmpty();
    FillView fill = fills(alice).items().getFirst();
    assertThat(fill.orderId()).isEqualTo(bid.id());
    assertThat(fill.fee()).isEqualTo(120_00100000L); // 0.2 % of 60,000.50
    assertThat(fill.maker()).isFalse();
    assertThat(views.positions(alice))
        .extracting(TradingViews.PositionView::position)
        .containsExactly(new Position(100_000, 60_000_50000000L, 0));
    assertThat(views.positions(bob))
        .extracting(TradingViews.PositionView::position)
        .containsExactly(new Position(-100_000, -60_000_50000000L, 0));
    assertThat(query("select average_price from projection.positions where account_id = " + bob))
        .allMatch(price -> new BigDecimal(price).compareTo(new BigDecimal("60000.50")) == 0);
    assertThat(views.balances(alice).getFirst().total()).isEqualTo(1_00000000L);
    assertThat(views.balances(alice).get(1).total()).isEqualTo(exchange.exchange().total(alice, 0));
    assertThat(query("select sum(amount) from projection.postings group by asset"))
        .allMatch(sum -> Double.parseDouble(sum) == 0);
  }

  @Test
  void hasTheSameTablesHoweverTheEventsAreBatchedAndWhicheverWriterIsRestarted() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      randomCommand(random, i);
    }
    projection.write(events);
    List<String> whole = tables();
    projection.clear();
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(40));
      if (random.nextInt(4) == 0) {
        projection = new PostgresProjection(database, progress);
        assertThat(projection.sequence()).isEqualTo(from);
      }
      projection.write(events.subList(from, to));
      from = to;
    }
    assertThat(tables()).isEqualTo(whole);
    assertThat(query("select sum(total) from projection.balances group by asset"))
        .allMatch(sum -> Double.parseDouble(sum) == 0);
    assertThat(
            query(
                "select count(*) from (select account_id, asset, sum(amount) as total"
                    + " from projection.postings group by 1, 2) p full join projection.balances b"
                    + " using (account_id, asset) where p.total is distinct from b.total"
                    + " and coalesce(b.total, 0) <> coalesce(p.total, 0)"))
        .containsExactly("0");
  }

  @Test
  void refusesABatchThatDoesNotFollow() {
    flush();
    List<Entry> again = List.of(events.getFirst());
    assertThatThrownBy(() -> projection.write(again))
        .hasMessageContaining("another writer has moved it");
    assertThat(projection.sequence()).isEqualTo(events.getLast().sequence());
  }

  @Test
  void fillsSlotsByItselfAsJavaDoes() {
    flush();
    assertThat(query("select slot from projection.accounts where account_id = " + alice))
        .containsExactly(String.valueOf(Slots.of(alice)));
    database.sql().execute("delete from platform.users");
    PostgresUsers users = new PostgresUsers(database);
    long user = users.create("a@b.c", io.ratel.security.identity.Role.TRADER, "x").id();
    assertThat(query("select slot from platform.users"))
        .containsExactly(String.valueOf(Slots.of(user)));
    Random random = new Random(3);
    for (int length = 0; length < 80; length++) {
      StringBuilder key = new StringBuilder();
      for (int i = 0; i < length; i++) {
        key.append((char) ('!' + random.nextInt(90)));
      }
      assertThat(database.sql().fetchSingle("select platform.slot(?)", key.toString()).get(0))
          .as(key.toString())
          .isEqualTo(Slots.of(key.toString()));
    }
  }

  @Test
  void pagesOrdersNewestFirst() {
    for (int i = 0; i < 5; i++) {
      place(alice, Side.BUY, 100 + i, 1_000, "");
    }
    flush();
    Page<OrderView> first = orders(Optional.empty());
    Page<OrderView> second = orders(first.next());
    Page<OrderView> third = orders(second.next());
    assertThat(first.items()).extracting(OrderView::price).containsExactly(104L, 103L);
    assertThat(second.items()).extracting(OrderView::price).containsExactly(102L, 101L);
    assertThat(third.items()).extracting(OrderView::price).containsExactly(100L);
    assertThat(third.next()).isEmpty();
  }

  private Page<OrderView> orders(Optional<Long> before) {
    return views.orders(
        new OrderQuery(alice, Optional.of(true), Optional.empty(), Optional.empty(), before, 2));
  }

  private Page<FillView> fills(long account) {
    return views.fills(account, Optional.empty(), Optional.empty(), Optional.empty(), 10);
  }

  private void randomCommand(Random random, int i) {
    long account = random.nextBoolean() ? alice : bob;
    if (random.nextInt(10) == 0) {
      submit(new Command.CancelOrder(account, 32L * random.nextInt(300)));
    } else if (random.nextInt(6) == 0) {
      long order = 32L * random.nextInt(300);
      submit(
          new Command.ReplaceOrder(
              account, order, 1_000 + random.nextInt(20), 1 + random.nextInt(50_000)));
    } else {
      Side side = account == alice ? Side.BUY : Side.SELL;
      place(account, side, 1_000 + random.nextInt(20), 1 + random.nextInt(50_000), "k" + i);
    }
  }

  private Reply place(long account, Side side, long price, long quantity, String key) {
    return submit(
        new Command.PlaceOrder(
            account, 0, side, OrderType.LIMIT, TimeInForce.GTC, price, quantity, key));
  }

  private void deposit(long account, int asset, long amount) {
    submit(new Command.Transfer(TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, ""));
  }

  private Reply submit(Command command) {
    return exchange.submit(command, NOON);
  }

  private void flush() {
    projection.write(events);
    events.subList(0, events.size() - 1).clear();
  }

  private static List<String> query(String sql) {
    return database.sql().fetch(sql).getValues(0, String.class);
  }

  private static List<String> tables() {
    List<String> rows = new ArrayList<>();
    for (String name :
        List.of("accounts", "balances", "orders", "trades", "fills", "postings", "positions")) {
      rows.addAll(query("select t::text from projection." + name + " t order by 1"));
    }
    rows.addAll(
        query(
            "select symbol || side || price || quantity || orders from projection.levels"
                + " order by 1"));
    return rows;
  }
}

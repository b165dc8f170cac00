package io.ratel.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.exchange.view.AccountViews.MarketView;
import io.ratel.exchange.view.Projection.Entry;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Side;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an exchange does, its tables say the same as the machine. */
class PostgresExchangeTest {
  private record Key(long account, int instrument) {}

  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  private final Progress progress = new Progress();
  private final PostgresProjection projection = new PostgresProjection(database, progress);

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

  private RandomVenue venue(long seed, int steps) {
    projection.clear();
    RandomVenue venue = new RandomVenue(seed);
    for (int i = 0; i < steps; i++) {
      venue.step(i);
    }
    return venue;
  }

  private void write(List<Entry> events, long seed) {
    Random random = new Random(seed);
    PostgresProjection writer = projection;
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(400));
      if (random.nextInt(4) == 0) {
        writer = new PostgresProjection(database, progress);
        assertThat(writer.sequence()).isEqualTo(from);
      }
      writer.write(events.subList(from, to));
      from = to;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 5, 6, 11, 12, 14, 15, 16})
  void theTablesSayWhatTheMachineSays(long seed) {
    RandomVenue venue = venue(seed, 500);
    write(venue.events, seed);

    balancesAreTheMachines(venue);
    ledgerIsEven();
    ordersAreTheMachines(venue);
    positionsAreThoseOfTheTrades(venue);
    assertThat(rows("select breaches from projection.sweeps")).allMatch("0"::equals);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {7, 8, 9, 10})
  void aRestartedWriterMakesTheSameTables(long seed) {
    RandomVenue venue = venue(seed, 300);
    projection.write(venue.events);
    List<String> whole = tables();
    projection.clear();
    write(venue.events, seed);
    assertThat(tables()).isEqualTo(whole);
  }

  @Test
  void settingsTermsAndEventsComeBackAsTheyWere() {
    RandomVenue venue = venue(17, 300);
    projection.write(venue.events);
    PostgresAccountViews views = new PostgresAccountViews(database);
    Map<Integer, MarketTerms> terms = new HashMap<>();
    Map<Integer, TradingState> states = new HashMap<>();
    Map<Integer, Long> marks = new HashMap<>();
    Map<Long, AccountConfig> configs = new HashMap<>();
    Map<Long, AccountLimits> limits = new HashMap<>();
    List<AccountEvent> lived = new ArrayList<>();
    for (Entry entry : venue.events) {
      switch (entry.event()) {
        case Event.MarketTermsChanged e -> terms.put(e.instrumentId(), e.terms());
        case Event.TradingStateChanged e -> states.put(e.instrumentId(), e.state());
        case Event.Marked e -> marks.put(e.instrumentId(), e.mark());
        case Event.AccountConfigured e -> configs.put(e.accountId(), e.config());
        case Event.LimitsSet e -> limits.put(e.accountId(), e.limits());
        default ->
            lived.addAll(AccountEvent.of(entry.event(), entry.sequence(), entry.timestampNs()));
      }
    }
    for (MarketView market : views.markets()) {
      int id = market.instrument().id();
      assertThat(market.terms()).isEqualTo(terms.getOrDefault(id, MarketTerms.of(1_000, 2_000)));
      assertThat(market.state()).isEqualTo(states.getOrDefault(id, TradingState.OPEN));
      assertThat(market.mark()).isEqualTo(marks.getOrDefault(id, 0L));
    }
    assertThat(lived).hasSizeGreaterThan(10);
    for (long account : venue.accounts) {
      AccountView view = views.account(account).orElseThrow();
      assertThat(view.config()).isEqualTo(configs.getOrDefault(account, AccountConfig.CASH));
      assertThat(view.limits()).isEqualTo(limits.getOrDefault(account, AccountLimits.NONE));
      List<AccountEvent> events =
          views.events(account, Instant.EPOCH, Optional.empty(), 5_000).items();
      assertThat(events)
          .extracting(AccountEvent::sequence, AccountEvent::kind, AccountEvent::amount)
          .containsExactlyElementsOf(
              lived.reversed().stream()
                  .filter(e -> e.accountId() == account)
                  .map(e -> tuple(e.sequence(), e.kind(), e.amount()))
                  .toList());
    }
    assertThat(views.account(12)).isEmpty();
  }

  @Test
  void aRenamedInstrumentIsTheSameOneInEveryTable() {
    RandomVenue venue = venue(18, 100);
    List<Entry> events = new ArrayList<>(venue.events);
    long last = events.getLast().sequence();
    events.add(
        new Entry(
            last + 1,
            events.getLast().timestampNs(),
            new Event.CorporateActionApplied(
                RandomVenue.SPOT, CorporateAction.symbolChange("XBT-USD"))));
    projection.write(events);
    assertThat(rows("select symbol from projection.instruments where instrument_id = 0"))
        .containsExactly("XBT-USD");
    for (String table : List.of("orders", "trades", "fills", "positions", "levels")) {
      assertThat(rows("select count(*) from projection." + table + " where symbol = 'BTC-USD'"))
          .containsExactly("0");
    }
    assertThat(rows("select count(*) from projection.trades where symbol = 'XBT-USD'"))
        .isNotEqualTo(List.of("0"));
    assertThat(new PostgresProjection(database, progress).sequence()).isEqualTo(last + 1);
  }

  private static void balancesAreTheMachines(RandomVenue venue) {
    List<String> machine = new ArrayList<>();
    for (long account : venue.accounts) {
      for (int asset = 0; asset < 3; asset++) {
        long total = venue.exchange.exchange().total(account, asset);
        long held = venue.exchange.exchange().held(account, asset);
        if (total != 0 || held != 0) {
          machine.add(account + " " + asset + " " + total + " " + held);
        }
      }
    }
    assertThat(
            rows(
                "select account_id || ' ' || asset_id || ' ' || trunc(total * 1e8) || ' ' ||"
                    + " trunc(held * 1e8) from projection.balances b join projection.assets a on"
                    + " a.code = b.asset where account_id > "
                    + Command.DEALER
                    + " and (total <> 0 or held <> 0)"))
        .containsExactlyInAnyOrderElementsOf(machine);
  }

  private static void ledgerIsEven() {
    assertThat(
            rows(
                "select asset, sum(amount) from projection.postings group by asset"
                    + " having sum(amount) <> 0"))
        .isEmpty();
    assertThat(
            rows(
                "select coalesce(p.account_id, b.account_id) || ' ' || asset || ' ' ||"
                    + " coalesce(p.total, 0) || ' ' || coalesce(b.total, 0) from"
                    + " (select account_id, asset, sum(amount) as total from"
                    + " projection.postings group by 1, 2) p"
                    + " full join projection.balances b using (account_id, asset)"
                    + " where coalesce(p.total, 0) <> coalesce(b.total, 0)"))
        .isEmpty();
  }

  /** What rests in the machine is what is open here, but with the house, where nothing rests. */
  private static void ordersAreTheMachines(RandomVenue venue) {
    assertThat(
            rows(
                "select count(*) from projection.orders where status in ('open',"
                    + " 'partiallyFilled') and algo is null and symbol <> 'GOLD-USD'"))
        .containsExactly(String.valueOf(venue.exchange.exchange().restingOrders()));
    assertThat(
            rows(
                "select order_id from projection.orders where filled > quantity or (status ="
                    + " 'filled') <> (filled = quantity)"))
        .isEmpty();
    for (int i = 0; i < RandomVenue.MARKETS; i++) {
      List<String> book = new ArrayList<>();
      for (Side side : Side.values()) {
        venue
            .exchange
            .exchange()
            .book(i)
            .forEachLevel(
                side,
                (price, quantity, orders) ->
                    book.add(side.label() + " " + price + " " + quantity + " " + orders));
      }
      assertThat(
              rows(
                  "select side || ' ' || trunc(price * 100) || ' ' || trunc(quantity * 1000) || ' '"
                      + " || orders from projection.levels join projection.instruments using"
                      + " (symbol) where instrument_id = "
                      + i))
          .containsExactlyInAnyOrderElementsOf(book);
    }
  }

  /** Of who trades with itself in an auction, only the quantity is told by the trades alone. */
  private void positionsAreThoseOfTheTrades(RandomVenue venue) {
    Map<Key, Position> expected = new HashMap<>();
    Set<Key> circular = new HashSet<>();
    for (Entry entry : venue.events) {
      if (entry.event() instanceof Event.Traded e) {
        Key maker = new Key(e.makerAccountId(), e.instrumentId());
        Key taker = new Key(e.takerAccountId(), e.instrumentId());
        Side side = e.takerSide();
        expected.put(maker, of(expected, maker).traded(side.opposite(), e.quantity(), e.value()));
        expected.put(taker, of(expected, taker).traded(side, e.quantity(), e.value()));
        if (maker.equals(taker)) {
          circular.add(maker);
        }
      }
    }
    PostgresViews views = new PostgresViews(database, progress);
    for (long account : venue.accounts) {
      for (PositionView view : views.positions(account)) {
        Key key = new Key(account, view.instrument().id());
        if (!circular.contains(key)) {
          assertThat(view.position()).as("%s", key).isEqualTo(of(expected, key));
        }
        assertThat(view.position().quantity()).isEqualTo(of(expected, key).quantity());
      }
    }
  }

  private static Position of(Map<Key, Position> positions, Key key) {
    return positions.getOrDefault(key, Position.FLAT);
  }

  private static List<String> rows(String sql) {
    return database.sql().fetch(sql).getValues(0, String.class);
  }

  private static List<String> tables() {
    List<String> rows = new ArrayList<>();
    for (String name :
        List.of(
            "accounts",
            "balances",
            "orders",
            "trades",
            "fills",
            "postings",
            "positions",
            "account_events",
            "account_settings",
            "account_limits",
            "kill_switches",
            "marks",
            "market_terms",
            "market_states",
            "pool_units",
            "sweeps",
            "levels")) {
      rows.addAll(
          rows("select '" + name + "' || t::text from projection." + name + " t order by 1"));
    }
    return rows;
  }
}

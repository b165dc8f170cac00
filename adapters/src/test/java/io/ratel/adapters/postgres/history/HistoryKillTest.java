package io.ratel.adapters.postgres.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.PastRows;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.marketdata.history.fetch.HistoryFetcher;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.marketdata.history.fetch.HistorySink;
import io.ratel.marketdata.history.fetch.HistoryWork.Bounds;
import io.ratel.marketdata.history.fetch.HistoryWorker;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import io.ratel.security.identity.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process dies when its rows are stored and the ledger does not know it yet. */
final class HistoryKillTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_767_225_600L * SECOND;
  private static final String ID = "request-that-is-killed";
  private static final int TRADES = 600;
  private static final int PAGE = 60;
  private static final HistoryKey KEY = HistoryKey.of(Symbol.of("X:BTC-USD"), HistoryKind.TRADES);

  @TempDir Path folder;

  /** The end of a process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Tells a trade a second, a minute a page. */
  private static final class Venue implements HistoryFetcher {
    private final List<Trade> told = new ArrayList<>();

    private Venue() {
      Market market = new Market(KEY.symbol(), 2, 4);
      for (int i = 0; i < TRADES; i++) {
        long time = START + i / 3 * 3 * SECOND;
        told.add(new Trade(market, "t" + i, 100, 1, Side.BUY, time, time + 1));
      }
    }

    @Override
    public String venue() {
      return "X";
    }

    @Override
    public boolean offers(HistoryKey key) {
      return true;
    }

    @Override
    public void fetch(HistoryKey key, Span span, Pages pages) throws HistoryFetchException {
      for (int i = 0; i < TRADES; i += PAGE) {
        Span whole = seconds(i, i + PAGE);
        if (whole.toNs() > span.fromNs()) {
          pages.trades(told.subList(i, i + PAGE), whole);
        }
      }
    }
  }

  /** Stores so many pages, the last one just before it dies. */
  private record Dying(HistorySink sink, int[] pagesToLive) implements HistorySink {
    @Override
    public void storeTrades(List<Trade> trades) {
      sink.storeTrades(trades);
    }

    @Override
    public void storeBars(List<Bar> bars) {
      sink.storeBars(bars);
    }

    @Override
    public boolean flush() {
      boolean stored = sink.flush();
      if (--pagesToLive[0] == 0) {
        throw new Killed();
      }
      return stored;
    }
  }

  private static Span seconds(long from, long to) {
    return new Span(START + from * SECOND, START + to * SECOND);
  }

  @Test
  void whatAProcessHadStoredIsStoredOnceByTheNext() throws Exception {
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder.resolve("tables"));
        Database database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
        QuestTickStore store = QuestTickStore.open(folder.resolve("ticks"));
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      PostgresHistoryWork work = new PostgresHistoryWork(database);
      PostgresCoverage coverage = new PostgresCoverage(database);
      long ann = new PostgresUsers(database).create("ann@example.test", Role.TRADER, "x").id();
      work.ask(ID, ann, KEY, seconds(0, TRADES), Bounds.DEFAULT);
      Venue venue = new Venue();
      PastRows rows = markets.past();
      HistorySink dying = new Dying(markets.past(), new int[] {3});
      HistoryWorker first =
          new HistoryWorker(
              "first", venue, new HistoryWorker.Parts(work, coverage, rows, dying), _ -> {});
      assertThatThrownBy(first::work).isInstanceOf(Killed.class);
      assertThat(store.trades(KEY.symbol(), 0, Long.MAX_VALUE)).hasSize(3 * PAGE);
      assertThat(coverage.of(KEY, seconds(0, TRADES))).containsExactly(seconds(0, 2 * PAGE));

      HistoryWorker second =
          new HistoryWorker(
              "second",
              venue,
              new HistoryWorker.Parts(work, coverage, rows, markets.past()),
              _ -> {});
      assertThat(second.work()).as("the lease of the first has not ended").isFalse();
      database.sql().execute("update platform.history_items set leased_until = now()");
      assertThat(second.work()).isTrue();
      assertThat(work.find(ID).map(HistoryRequest::state)).hasValue(HistoryRequest.State.DONE);
      assertThat(store.trades(KEY.symbol(), 0, Long.MAX_VALUE))
          .containsExactlyInAnyOrderElementsOf(venue.told);
      assertThat(coverage.of(KEY, seconds(0, TRADES))).containsExactly(seconds(0, TRADES));
      assertThat(markets.bars(KEY.symbol(), Interval.HOUR, 0, Long.MAX_VALUE, 10))
          .singleElement()
          .satisfies(bar -> assertThat(bar.trades()).isEqualTo(TRADES));
    }
  }
}

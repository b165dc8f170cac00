package io.ratel.marketdata.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MemoryTickStore;
import io.ratel.marketdata.series.MemorySeries;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PipelineRunTest {
  private static final long START = 1_700_000_000L * 1_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final Market BTC = new Market(Symbol.of("X:BTC-USD"), 2, 4);
  private static final Market ETH = new Market(Symbol.of("X:ETH-USD"), 2, 4);
  private static final Formula NOTIONAL =
      row -> Value.of(row.decimal("price").multiply(row.decimal("quantity")));

  private final LiveMarkets markets =
      LiveMarkets.start(new MemoryTickStore(), LiveMarkets.Limits.DEFAULT);
  private final Kept kept = new Kept();
  private final MemorySeries store = new MemorySeries();

  @AfterEach
  void close() {
    markets.close();
  }

  private static Formula above(String field, int least) {
    return row -> new Value.Flag(row.decimal(field).compareTo(BigDecimal.valueOf(least)) >= 0);
  }

  private static Trade trade(Market market, int id, long price, long quantity, long afterNs) {
    long timeNs = START + afterNs;
    return new Trade(market, Integer.toString(id), price, quantity, Side.BUY, timeNs, timeNs);
  }

  private PipelineRun start(Input input, List<Pipeline.Plan> steps, Pipeline.Route... routes) {
    return PipelineRun.start(
        new Pipeline("test", input, steps, List.of(routes)),
        markets,
        store,
        kept,
        () -> START,
        System::nanoTime);
  }

  private static Pipeline.Route always(Output output) {
    return new Pipeline.Route(Optional.empty(), output);
  }

  @Test
  void tradesAreFilteredComputedGatheredAndRoutedToSeveral() {
    Window.Shape minute =
        new Window.Shape(
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            List.of("symbol"),
            Map.of("turnover", Fold.Of.read("sum(notional)", Set.of("notional"))));
    SeriesKey series = new SeriesKey(SeriesKind.OBSERVATION, "TEST", "turnover", "-");
    PipelineRun run =
        start(
            Input.of("trades", List.of("X:*")),
            List.of(
                _ -> Steps.map(Map.of("notional", NOTIONAL)),
                _ -> Steps.filter(above("notional", 10)),
                _ -> new Window(minute)),
            always(new Output.ToSeries(series, "symbol", "turnover")),
            new Pipeline.Route(
                Optional.of(above("turnover", 100)),
                new Output.ToEvents("test", "whale", "{turnover} of {symbol} in a minute")),
            always(new Output.ToFile(Path.of("rows"))));

    markets.onTrade(trade(BTC, 1, 10_000, 5_000, 0)); // 100 times 0.5
    markets.onTrade(trade(ETH, 1, 10_000, 2_000, 0)); // 20
    markets.onTrade(trade(BTC, 2, 10_000, 500, SECOND)); // 5, too little
    markets.onTrade(trade(BTC, 3, 11_000, 6_000, 2 * SECOND)); // 66
    markets.onTrade(trade(new Market(Symbol.of("Y:BTC-USD"), 2, 4), 1, 99_999, 9_999, SECOND));
    run.close();

    long minuteNs = Math.floorDiv(START, 60 * SECOND) * 60 * SECOND;
    assertThat(kept.observations)
        .containsExactlyInAnyOrder(
            new Observation(
                new SeriesKey(SeriesKind.OBSERVATION, "TEST", "turnover", "X:BTC-USD"),
                minuteNs,
                116,
                START),
            new Observation(
                new SeriesKey(SeriesKind.OBSERVATION, "TEST", "turnover", "X:ETH-USD"),
                minuteNs,
                20,
                START));
    assertThat(kept.events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.headline()).isEqualTo("116 of X:BTC-USD in a minute");
              assertThat(event.kind()).isEqualTo("whale");
              assertThat(event.symbol()).isEqualTo(BTC.symbol());
            });
    assertThat(kept.rows).hasSize(2);
    assertThat(run.status().in()).isEqualTo(4);
    assertThat(run.status().out()).isEqualTo(5);
    assertThat(run.status().refused()).isZero();
  }

  @Test
  void aRowIsJoinedWithATableAndWithASeriesAsItWasKnown() {
    SeriesKey rate = new SeriesKey(SeriesKind.OBSERVATION, "ECB", "EUR", "USD");
    store.append(
        List.of(
            new Observation(rate, START - 60 * SECOND, 0.9, START - 60 * SECOND),
            new Observation(rate, START + 60 * SECOND, 0.8, START + 60 * SECOND),
            new Observation(rate, START + 60 * SECOND, 0.7, START + 600 * SECOND)));
    ReferenceTable names =
        new ReferenceTable() {
          @Override
          public Set<String> fields() {
            return Set.of("name");
          }

          @Override
          public Optional<Map<String, Value>> find(String key, long timeNs) {
            return key.equals("BTC")
                ? Optional.of(Map.of("name", Value.of("Bitcoin")))
                : Optional.empty();
          }
        };
    PipelineRun run =
        start(
            Input.of("trades", List.of("*")),
            List.of(
                _ -> Steps.join(names, "base", Map.of("asset", "name"), true),
                series ->
                    Steps.join(
                        new SeriesTable(series, rate, false),
                        "quote",
                        Map.of("rate", SeriesTable.VALUE),
                        false)),
            always(new Output.ToFile(Path.of("rows"))));
    markets.onTrade(trade(BTC, 1, 100, 1, 0));
    markets.onTrade(trade(ETH, 1, 100, 1, 0));
    markets.onTrade(trade(BTC, 2, 100, 1, 120 * SECOND));
    run.close();
    assertThat(kept.rows.stream().map(row -> row.get("asset").text() + row.get("rate").text()))
        .containsExactly("Bitcoin0.9", "Bitcoin0.8");
  }

  @Test
  void aPriceBecomesAMarketOfItsOwnWithEachTradeOnce() {
    Output.ToMarket market = new Output.ToMarket(Symbol.of("TEST:BTC-EUR"), "inEuro", "quantity");
    PipelineRun run =
        start(
            Input.of("trades", List.of("X:BTC-USD")),
            List.of(
                _ ->
                    Steps.map(
                        Map.of(
                            "inEuro",
                            row ->
                                Value.of(
                                    row.decimal("price")
                                        .divide(
                                            BigDecimal.valueOf(3),
                                            java.math.MathContext.DECIMAL128))))),
            always(market));
    markets.onTrade(trade(BTC, 1, 100_00, 5_000, 0));
    markets.onTrade(trade(BTC, 2, 200_00, 5_000, 0));
    run.close();
    assertThat(kept.trades).extracting(Trade::id).containsExactly(START + "-0", START + "-1");
    assertThat(kept.trades.get(0).market().formatPrice(kept.trades.get(0).price()))
        .isEqualTo("33.3333333333");
  }

  @Test
  void aBarGoesInWhenItIsFinished() {
    PipelineRun run =
        start(
            Input.of("bars-1m", List.of("X:BTC-USD")),
            List.of(),
            always(new Output.ToFile(Path.of("rows"))));
    long begin = Math.floorDiv(START, 60 * SECOND) * 60 * SECOND - START;
    markets.onTrade(trade(BTC, 1, 100, 1, begin));
    markets.onTrade(trade(BTC, 2, 300, 1, begin + SECOND));
    markets.onTrade(trade(BTC, 3, 200, 1, begin + 61 * SECOND));
    run.close();
    assertThat(kept.rows.stream().map(row -> row.get("high").text())).containsExactly("3", "2");
  }

  @Test
  void aQuoteWithoutASideIsRefusedWhereTheSideIsAsked() {
    PipelineRun run =
        start(
            Input.of("quotes", List.of("X:*")),
            List.of(_ -> Steps.filter(above("ask", 0))),
            always(new Output.ToFile(Path.of("rows"))));
    markets.onQuote(new Quote(BTC, 100, 1, 0, 0, START, START));
    markets.onQuote(new Quote(BTC, 100, 1, 101, 1, START + 1, START + 1));
    run.close();
    assertThat(kept.rows).hasSize(1);
    assertThat(run.status().refused()).isEqualTo(1);
    assertThat(run.status().lastError()).isEqualTo("ask is missing");
  }

  @Test
  void anOutputThatFailsIsCountedAndTheOthersGoOn() {
    SeriesKey series = new SeriesKey(SeriesKind.OBSERVATION, "TEST", "price", "-");
    kept.failing = true;
    PipelineRun run =
        start(
            Input.of("trades", List.of("*")),
            List.of(),
            always(new Output.ToSeries(series, "", "price")),
            always(new Output.ToFile(Path.of("rows"))));
    markets.onTrade(trade(BTC, 1, 100, 1, 0));
    run.close();
    assertThat(kept.rows).hasSize(1);
    assertThat(run.status().refused()).isEqualTo(1);
    assertThat(run.status().lastError()).isEqualTo("the store is away");
  }

  @Test
  void aPatternMatchesAnyTextAtAnyPlace() {
    Input input = Input.of("quotes", List.of("X:*", "*-EUR", "BTC-USD", "A:*C-*-FUT"));
    assertThat(List.of("X:A-B", "Y:C-EUR", "BTC-USD", "A:BTC-USD-FUT"))
        .allMatch(text -> input.hears(Symbol.of(text)));
    assertThat(List.of("Y:BTC-USD", "ETH-USD", "A:BTC-USD", "A:C-FUT"))
        .noneMatch(text -> input.hears(Symbol.of(text)));
  }

  /** Keeps what outputs hand on. */
  private static final class Kept implements PipelineSink {
    final List<Observation> observations = new CopyOnWriteArrayList<>();
    final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    final List<Trade> trades = new CopyOnWriteArrayList<>();
    final List<Row> rows = new CopyOnWriteArrayList<>();
    volatile boolean failing;

    @Override
    public void onObservations(List<Observation> more) {
      if (failing) {
        throw new IllegalStateException("the store is away");
      }
      observations.addAll(more);
    }

    @Override
    public void onEvent(MarketEvent event) {
      events.add(event);
    }

    @Override
    public void onTrade(Trade trade) {
      trades.add(trade);
    }

    @Override
    public void onRows(Path file, List<Row> more) {
      rows.addAll(more);
    }
  }
}

package io.ratel.benchmarks.market;

import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.model.market.Trade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trades of a hundred markets into the store: rows alone, committed and applied in batches of 5,000
 * and 100,000; and the way a feed goes, through the markets and their writer, with the bars that
 * the trades make.
 */
final class StoreRows implements Measurement {
  private static final int ROWS = 400_000;
  private static final int SETTLED_ROWS = 100_000;

  @Override
  public List<String> rows() {
    return List.of(
        "marketdata.store.batch-5000",
        "marketdata.store.batch-100000",
        "marketdata.store.with-bars");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    List<Trade> trades = trades(ROWS);
    for (int batch : new int[] {5_000, 100_000}) {
      Path folder = place.folder("store-" + batch);
      try (QuestTickStore store = QuestTickStore.open(folder)) {
        long started = System.nanoTime();
        for (int from = 0; from < ROWS; from += batch) {
          store.appendTrades(trades.subList(from, from + batch));
        }
        double rate = ROWS * 1e9 / (System.nanoTime() - started);
        out.accept(new Row("marketdata.store.batch-" + batch, "rows", Figures.perSecond(rate), 1));
      }
      place.delete(folder);
    }
    Path folder = place.folder("store-settled");
    try (QuestTickStore store = QuestTickStore.open(folder);
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      long started = System.nanoTime();
      for (Trade trade : trades.subList(0, SETTLED_ROWS)) {
        markets.onTrade(trade);
      }
      if (!markets.flush(Duration.ofMinutes(5))) {
        throw new IOException("the store did not take the trades in time");
      }
      double rate = SETTLED_ROWS * 1e9 / (System.nanoTime() - started);
      out.accept(new Row("marketdata.store.with-bars", "rows", Figures.perSecond(rate), 1));
    }
    place.delete(folder);
  }

  private static List<Trade> trades(int count) {
    TickTape tape = new TickTape(count * 12, 10, 0, 11);
    List<Trade> trades = new ArrayList<>(count);
    for (int tick = 0; tick < tape.size() && trades.size() < count; tick++) {
      if (tape.kind(tick) == TickTape.TRADE) {
        trades.add(tape.trade(tick));
      }
    }
    return trades;
  }
}

package io.ratel.benchmarks.market;

import io.ratel.adapters.binance.BinanceReader;
import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.Frame;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * From a frame as text to the first time a subscriber in this process is told of it, with every
 * kind of change subscribed, every interval of bars among them, and the store writing beside it; at
 * 20,000 frames a second.
 */
final class ToSubscriber implements Measurement {
  private static final int FRAMES = 100_000;
  private static final int WARM_UP = 40_000;
  private static final long EVERY_NS = 50_000;

  @Override
  public List<String> rows() {
    return List.of("marketdata.frame-to-subscriber");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Path folder = place.folder("subscriber");
    Frame[] frames = VenueFrames.binance(FRAMES, 5);
    long[] took = new long[FRAMES];
    int told = 0;
    try (QuestTickStore store = QuestTickStore.open(folder);
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      Ear ear = new Ear();
      markets.listen(ear);
      FeedIntake intake =
          new FeedIntake(new BinanceReader("BINANCE"), markets, new FeedMeter("bench"));
      long due = System.nanoTime();
      for (int i = 0; i < FRAMES; i++) {
        due += EVERY_NS;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(1_000);
        }
        ear.firstNs = 0;
        long started = System.nanoTime();
        intake.accept(frames[i]);
        if (i >= WARM_UP && ear.firstNs != 0) {
          took[told++] = ear.firstNs - started;
        }
      }
    }
    out.accept(
        new Row(
            "marketdata.frame-to-subscriber",
            "us",
            Figures.of(Samples.of(Arrays.copyOf(took, told)), 1e3),
            1));
    place.delete(folder);
  }

  /** Notes when it is told first. */
  private static final class Ear implements MarketViews.Listener {
    private long firstNs;

    private void heard() {
      if (firstNs == 0) {
        firstNs = System.nanoTime();
      }
    }

    @Override
    public void onTrade(Trade trade) {
      heard();
    }

    @Override
    public void onQuote(Quote quote) {
      heard();
    }

    @Override
    public void onBook(Symbol symbol) {
      heard();
    }

    @Override
    public void onBar(Bar bar) {
      heard();
    }

    @Override
    public void onEvent(MarketEvent event) {
      heard();
    }
  }
}

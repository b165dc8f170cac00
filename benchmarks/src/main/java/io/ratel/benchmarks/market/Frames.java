package io.ratel.benchmarks.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.ratel.adapters.binance.BinanceReader;
import io.ratel.adapters.coinbase.CoinbaseReader;
import io.ratel.adapters.kraken.KrakenReader;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedReader;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Frames of three venues from text to checked events, by turns with Jackson's reading of the same
 * texts into plain trees, which is what a reader that kept nothing and checked nothing would start
 * with.
 */
final class Frames implements Measurement {
  private static final int FRAMES = 200_000;
  private static final int WARM_UPS = 2;
  private static final int RUNS = 5;
  private static final String PEER = "jackson tree";

  private static final ObjectMapper PLAIN = new ObjectMapper();

  @Override
  public List<String> rows() {
    return List.of(
        "marketdata.frames.binance", "marketdata.frames.coinbase", "marketdata.frames.kraken");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    out.accept(
        row(
            "marketdata.frames.binance",
            VenueFrames.binance(FRAMES, 1),
            () -> new BinanceReader("BINANCE")));
    out.accept(
        row(
            "marketdata.frames.coinbase",
            VenueFrames.coinbase(FRAMES, 2),
            () -> new CoinbaseReader("COINBASE")));
    out.accept(
        row(
            "marketdata.frames.kraken",
            VenueFrames.kraken(FRAMES, 3),
            () -> new KrakenReader("KRAKEN")));
  }

  private static Row row(String name, Frame[] frames, Supplier<FeedReader> reader) {
    List<Figures> ours = new ArrayList<>();
    List<Figures> peers = new ArrayList<>();
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      double mine = read(frames, reader.get());
      double its = plain(frames);
      if (run >= WARM_UPS) {
        ours.add(figures(mine));
        peers.add(figures(its));
      }
    }
    return Row.of(name, "ns", ours).beside(PEER, PackageVersion.VERSION.toString(), peers);
  }

  private static Figures figures(double nsPerFrame) {
    return new Figures(
        OptionalDouble.of(nsPerFrame), OptionalDouble.empty(), OptionalDouble.of(1e9 / nsPerFrame));
  }

  private static double read(Frame[] frames, FeedReader reader) {
    FeedMeter meter = new FeedMeter("bench");
    Counting sink = new Counting();
    FeedIntake intake = new FeedIntake(reader, sink, meter);
    long started = System.nanoTime();
    for (Frame frame : frames) {
      intake.accept(frame);
    }
    double ns = (System.nanoTime() - started) / (double) frames.length;
    if (meter.status().rejected() > 0 || sink.events != frames.length) {
      throw new IllegalStateException(
          sink.events + " events of " + frames.length + " frames: " + meter.status().detail());
    }
    return ns;
  }

  private static double plain(Frame[] frames) {
    long fields = 0;
    long started = System.nanoTime();
    try {
      for (Frame frame : frames) {
        fields += PLAIN.readTree(frame.text()).size();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame is no JSON", e);
    }
    double ns = (System.nanoTime() - started) / (double) frames.length;
    if (fields == 0) {
      throw new IllegalStateException("the trees were empty");
    }
    return ns;
  }

  /** Counts what it is given. */
  private static final class Counting implements MarketSink {
    private long events;

    @Override
    public void onTrade(Trade trade) {
      events++;
    }

    @Override
    public void onQuote(Quote quote) {
      events++;
    }

    @Override
    public void onBook(BookSnapshot snapshot) {
      events++;
    }

    @Override
    public void onBookDelta(BookDelta delta) {
      events++;
    }

    @Override
    public void onBookLost(Symbol symbol, Gap.Cause cause) {}

    @Override
    public boolean isBookKnown(Symbol symbol) {
      return true;
    }
  }
}

package io.ratel.benchmarks.book;

import io.ratel.benchmarks.book.Race.Runner;
import io.ratel.benchmarks.measure.Measurement;
import java.util.List;

/** The measurements of the exchange alone. */
public final class BookFigures {
  static final int COMMANDS = 3_000_000;
  static final int FEW = 1_000;
  static final int MILLION = 1_000_000;
  static final long SEED = 1;

  private BookFigures() {}

  public static List<Measurement> measurements() {
    return List.of(
        new Race("exchange.book", 7, () -> Mix.generate(FEW, COMMANDS, SEED), flow -> books()),
        new Race(
            "exchange.inline", 5, () -> Mix.generate(FEW, COMMANDS, SEED), BookFigures::inline),
        new Race(
            "exchange.book.million",
            5,
            () -> Mix.generate(MILLION, COMMANDS, SEED),
            flow -> books()),
        new Race("exchange.book.tenfold", 5, () -> Climb.generate(MILLION, SEED), flow -> books()),
        new ManyInstruments(),
        new Footprint());
  }

  private static List<Runner> books() {
    return List.of(RatelBook::new, PeerBook::new);
  }

  private static List<Runner> inline(OrderFlow flow) {
    EncodedFlow encoded = new EncodedFlow(flow);
    return List.of(() -> new RatelInline(encoded), PeerInline::new);
  }
}

package io.ratel.benchmarks.book;

import io.ratel.benchmarks.measure.Measurement;
import java.util.List;

/** The measurements of the exchange alone. */
public final class BookFigures {
  private static final int COMMANDS = 3_000_000;

  private BookFigures() {}

  public static List<Measurement> measurements() {
    return List.of(
        new Race(
            "exchange.book", 1_000, COMMANDS, 7, flow -> List.of(RatelBook::new, PeerBook::new)),
        new Race(
            "exchange.book.million",
            1_000_000,
            COMMANDS,
            3,
            flow -> List.of(RatelBook::new, PeerBook::new)));
  }
}

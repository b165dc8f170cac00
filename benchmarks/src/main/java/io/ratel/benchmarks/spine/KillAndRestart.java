package io.ratel.benchmarks.spine;

import io.ratel.benchmarks.load.Pause;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.Trader;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.benchmarks.venue.VenueProcess.Classes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * From a {@code kill -9} while orders stream in to the first acknowledged order of the process that
 * is started at once on the same data.
 */
final class KillAndRestart implements Measurement {
  private static final int RUNS = 3;
  private static final int CALLERS = 16;
  private static final Duration TRADING = Duration.ofSeconds(2);

  @Override
  public List<String> rows() {
    return List.of("kill.restart");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Path data = place.folder("kill");
    Trader.announce(data);
    VenueProcess venue = start(place, data);
    List<Figures> runs = new ArrayList<>();
    try {
      for (int run = 0; run < RUNS; run++) {
        try (Trader trader = Trader.signIn(venue.address(), CALLERS)) {
          long killedNs = killUnderLoad(venue, trader);
          venue = start(place, data);
          try (Trader again = trader.reconnected(venue.address())) {
            again.order();
            runs.add(Figures.of((System.nanoTime() - killedNs) / 1e6));
          }
        }
      }
    } finally {
      venue.close();
    }
    out.accept(Row.of("kill.restart", "ms", runs));
    place.delete(data);
  }

  private static VenueProcess start(Workplace place, Path data) throws IOException {
    return VenueProcess.up(place, data, Classes.CACHED, "--no-demo");
  }

  /** Trades for a while, kills the venue in the midst of it, and returns when that was. */
  private static long killUnderLoad(VenueProcess venue, Trader trader) throws IOException {
    CountDownLatch cutOff = new CountDownLatch(CALLERS);
    for (int i = 0; i < CALLERS; i++) {
      Thread.ofVirtual()
          .name("caller")
          .start(
              () -> {
                try {
                  while (true) {
                    trader.order();
                  }
                } catch (UncheckedIOException e) {
                  cutOff.countDown(); // killed while it had the order
                }
              });
    }
    Pause.of(TRADING);
    if (cutOff.getCount() < CALLERS) {
      throw new IOException("orders failed before the venue was killed");
    }
    long killedNs = System.nanoTime();
    venue.kill();
    return killedNs;
  }
}

package io.ratel.benchmarks.spine;

import io.ratel.benchmarks.load.Calls;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.Trader;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.benchmarks.venue.VenueProcess.Classes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Orders over REST at a steady pace, from when each was due until it is acknowledged. */
final class RestOrders implements Measurement {
  private static final int CONNECTIONS = 64;
  private static final int PER_SECOND = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration TIME = Duration.ofSeconds(10);

  @Override
  public List<String> rows() {
    return List.of("rest.order");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Path data = place.folder("rest");
    Trader.announce(data);
    try (VenueProcess venue = VenueProcess.up(place, data, Classes.CACHED, "--no-demo");
        Trader trader = Trader.signIn(venue.address(), CONNECTIONS)) {
      Calls.openLoop(PER_SECOND, WARM_UP, trader::order);
      Calls calls = Calls.openLoop(PER_SECOND, TIME, trader::order);
      Figures figures = Figures.of(calls.latencies(), 1e6, calls.perSecond());
      out.accept(new Row("rest.order", "ms", figures, 1));
    }
    place.delete(data);
  }
}

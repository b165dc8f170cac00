package io.ratel.benchmarks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.Trader;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.benchmarks.venue.VenueProcess.Classes;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * From an order to its arrival at each of a thousand readers of its account, in a venue where the
 * demo trades: with and without a hundred others who ask for everything and read nothing, by turns.
 */
final class SlowReaders implements Measurement {
  private static final int RUNS = 3;
  private static final int SLOW = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<String> rows() {
    return List.of("stream.slow.none", "stream.slow.100", "stream.slow.change");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Path data = place.folder("slow");
    Trader.announce(data);
    List<Figures> without = new ArrayList<>();
    List<Figures> with = new ArrayList<>();
    try (VenueProcess venue = VenueProcess.up(place, data, Classes.CACHED, "--demo");
        Trader trader = Trader.signIn(venue.address(), 1)) {
      InetSocketAddress address =
          new InetSocketAddress(venue.address().getHost(), venue.address().getPort());
      List<String> symbols = symbols(venue.address());
      try (GoodReaders readers = new GoodReaders(address, trader)) {
        readers.enter();
        readers.latencies();
        for (int run = 0; run < RUNS; run++) {
          without.add(figures(readers));
          try (DeafReaders slow = new DeafReaders(address, SLOW, symbols)) {
            slow.start();
            with.add(figures(readers));
          }
        }
      }
    }
    place.delete(data);
    Row none = Row.of("stream.slow.none", "ms", without);
    Row hundred = Row.of("stream.slow.100", "ms", with);
    out.accept(none);
    out.accept(hundred);
    double change = hundred.ours().p99().orElseThrow() / none.ours().p99().orElseThrow() - 1;
    out.accept(new Row("stream.slow.change", "% of p99", Figures.of(100 * change), RUNS));
  }

  private static Figures figures(GoodReaders readers) throws IOException {
    return Figures.of(Samples.of(readers.latencies()), 1e6);
  }

  private static List<String> symbols(URI venue) throws IOException {
    try (InputStream answer = venue.resolve("/v1/instruments").toURL().openStream()) {
      List<String> symbols = new ArrayList<>();
      for (JsonNode instrument : JSON.readTree(answer).get("items")) {
        symbols.add(instrument.get("symbol").asText());
      }
      return symbols;
    }
  }
}

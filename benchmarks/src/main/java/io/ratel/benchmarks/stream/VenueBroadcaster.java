package io.ratel.benchmarks.stream;

import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.Trader;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.benchmarks.venue.VenueProcess.Classes;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A venue where nobody trades but us: a message is one trade of ours. */
final class VenueBroadcaster implements Broadcaster {
  private static final String TOPIC = "market.BTC-USD.trades";

  private final Workplace place;
  private final Path data;
  private final VenueProcess venue;
  private final Trader trader;

  private VenueBroadcaster(Workplace place, Path data, VenueProcess venue) throws IOException {
    this.place = place;
    this.data = data;
    this.venue = venue;
    this.trader = Trader.signIn(venue.address(), 1);
  }

  static VenueBroadcaster start(Workplace place) throws IOException {
    Path data = place.folder("stream");
    Trader.announce(data);
    VenueProcess venue = VenueProcess.up(place, data, Classes.CACHED, "--no-demo");
    try {
      return new VenueBroadcaster(place, data, venue);
    } catch (IOException e) {
      venue.close();
      throw e;
    }
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(venue.address().getHost(), venue.address().getPort());
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  /** Leaves an order that the next one meets. */
  @Override
  public void prepare() {
    trader.order();
  }

  @Override
  public void broadcast() {
    trader.order();
  }

  @Override
  public Memory memory() throws IOException {
    long pid = venue.processes().root().pid();
    Processes.run(
        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, "GC.run");
    return new Memory(heapBytes(venue.address()), Processes.residentBytes(pid));
  }

  private static long heapBytes(URI venue) throws IOException {
    double bytes = 0;
    try (InputStream metrics = venue.resolve("/metrics").toURL().openStream()) {
      String text = new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\"")) {
          bytes += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        }
      }
    }
    if (bytes == 0) {
      throw new IOException("the venue's metrics do not say what its heap holds");
    }
    return (long) bytes;
  }

  @Override
  public void close() throws IOException {
    trader.close();
    venue.close();
    place.delete(data);
  }
}

package io.ratel.benchmarks.stream;

import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.stream.Broadcaster.Memory;
import io.ratel.benchmarks.stream.Crowd.Manners;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What sockets that say nothing take of a server's memory; what the kernel keeps is not in it. */
final class IdleSockets implements Measurement {
  private static final int SOCKETS = 19_000;

  /** Files that the larger of both processes has open beside its sockets, and then some. */
  private static final int OTHER_FILES = 900;

  private static final int WARM_UP = 500;
  private static final int IN_FLIGHT = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration SETTLE = Duration.ofSeconds(3);

  /**
   * @param heapBytes of one socket
   * @param processBytes of the process with all of them
   */
  private record Each(long heapBytes, long processBytes) {}

  @Override
  public List<String> rows() {
    return List.of("stream.idle.sockets", "stream.idle.heap", "stream.idle.process");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    int sockets = Math.min(SOCKETS, Processes.openFilesMax() - OTHER_FILES);
    out.accept(new Row("stream.idle.sockets", "sockets", Figures.of(sockets), 1));
    Each ours;
    try (Broadcaster venue = VenueBroadcaster.start(place)) {
      ours = each(venue, sockets);
    }
    Each peers;
    try (Broadcaster peer = PeerBroadcaster.start(place, "{}")) {
      peers = each(peer, sockets);
    }
    String version = PeerBroadcaster.version(place);
    out.accept(
        new Row("stream.idle.heap", "bytes", Figures.of(ours.heapBytes()), 1)
            .beside(PeerBroadcaster.NAME, version, List.of(Figures.of(peers.heapBytes()))));
    out.accept(
        new Row("stream.idle.process", "MB", Figures.of(ours.processBytes() / 1e6), 1)
            .beside(
                PeerBroadcaster.NAME, version, List.of(Figures.of(peers.processBytes() / 1e6))));
  }

  private static Each each(Broadcaster server, int sockets) throws IOException {
    try (Crowd crowd = new Crowd(server.address(), Manners.READS, (reader, payload) -> {})) {
      crowd.join(WARM_UP, IN_FLIGHT, List::of, PATIENCE);
      crowd.drop();
      crowd.during(SETTLE);
      Memory before = server.memory();
      crowd.join(sockets, IN_FLIGHT, List::of, PATIENCE);
      crowd.during(SETTLE);
      Memory after = server.memory();
      return new Each((after.heapBytes() - before.heapBytes()) / sockets, after.residentBytes());
    }
  }
}

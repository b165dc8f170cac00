package io.ratel.benchmarks.stream;

import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Ten thousand readers of one topic: how long one message takes to the last of them, and how long
 * it takes until all are back when all connections break at once and nobody waits before returning.
 * The venue and its peer take turns, both with the same message.
 */
final class Broadcasts implements Measurement {
  private static final int READERS = 10_000;
  private static final int RUNS = 3;
  private static final int WARM_UPS = 10;
  private static final int MESSAGES = 30;

  private record Turns(List<Figures> messages, List<Figures> returns) {
    Turns() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public List<String> rows() {
    return List.of("stream.fanout", "stream.reconnect");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Turns ours = new Turns();
    Turns peers = new Turns();
    try (Broadcaster venue = VenueBroadcaster.start(place)) {
      String said = turn(venue, ours);
      try (Broadcaster peer = PeerBroadcaster.start(place, said)) {
        turn(peer, peers);
        for (int run = 1; run < RUNS; run++) {
          turn(venue, ours);
          turn(peer, peers);
        }
      }
    }
    String version = PeerBroadcaster.version(place);
    out.accept(
        Row.of("stream.fanout", "ms", ours.messages())
            .beside(PeerBroadcaster.NAME, version, peers.messages()));
    out.accept(
        Row.of("stream.reconnect", "s", ours.returns())
            .beside(PeerBroadcaster.NAME, version, peers.returns()));
  }

  /**
   * @return what the last message said
   */
  private static String turn(Broadcaster server, Turns turns) throws IOException {
    try (Audience audience = new Audience(server, READERS)) {
      audience.enter();
      for (int i = 0; i < WARM_UPS; i++) {
        audience.messageNs();
      }
      long[] taken = new long[MESSAGES];
      for (int i = 0; i < MESSAGES; i++) {
        taken[i] = audience.messageNs();
      }
      Samples samples = Samples.of(taken);
      turns.messages().add(Figures.of(samples, 1e6));
      turns.returns().add(Figures.of(audience.returnNs() / 1e9));
      return audience.said();
    }
  }
}

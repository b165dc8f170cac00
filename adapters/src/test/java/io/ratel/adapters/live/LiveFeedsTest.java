package io.ratel.adapters.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.venue.BookSink;
import io.ratel.adapters.venue.ManualClock;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.adapters.venue.script.LocalVenue;
import io.ratel.adapters.venue.script.ScriptedCoinbase;
import io.ratel.adapters.venue.script.ScriptedKraken;
import io.ratel.adapters.venue.script.ScriptedVenue;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.model.instrument.Symbol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class LiveFeedsTest {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final Symbol COINBASE = Symbol.of("COINBASE:BTC-USD");
  private static final Symbol KRAKEN = Symbol.of("KRAKEN:BTC-USD");

  private final ManualClock clock = new ManualClock(ScriptedVenue.START_NS);
  private final BookSink sink = new BookSink();

  @Test
  void theNextVenueStandsInUntilTheFirstHasBeenGoodForAWhile() throws Exception {
    try (LocalVenue coinbase = LocalVenue.of(new ScriptedCoinbase());
        LocalVenue kraken = LocalVenue.of(new ScriptedKraken());
        LiveFeeds feeds =
            start(
                Map.of("BTC-USD", List.of("COINBASE", "KRAKEN")),
                wanted(VenueKind.COINBASE, coinbase.socket(), coinbase.rest()),
                wanted(VenueKind.KRAKEN, kraken.socket(), kraken.rest()))) {
      LocalVenue.Peer socket = coinbase.connection();
      kraken.connection();
      tickUntil(() -> sink.isBookKnown(COINBASE) && sink.isBookKnown(KRAKEN));
      tickUntil(() -> preferred(feeds).equals("COINBASE"));
      for (int i = 0; i < 60; i++) {
        socket.send("{\"kind\":\"trade\",\"v\":3}");
      }
      tickUntil(() -> preferred(feeds).equals("KRAKEN"));
      assertThat(quality(feeds, "COINBASE")).isLessThan(50);
      assertThat(status(feeds, "COINBASE").detail()).contains("type is missing");
      for (int i = 0; i < 2_000; i++) { // the venue speaks as before
        socket.send("{\"type\":\"heartbeat\",\"sequence\":1}");
      }
      tickUntil(
          () -> {
            heartbeat(socket);
            return preferred(feeds).equals("COINBASE");
          });
      assertThat(quality(feeds, "COINBASE")).isGreaterThanOrEqualTo(70);
    }
  }

  @Test
  void withoutANetworkTheFeedsStartAndSaySo() throws Exception {
    URI nowhere = URI.create("ws://127.0.0.1:" + closedPort());
    try (LiveFeeds feeds = start(Map.of(), wanted(VenueKind.OKX, nowhere, nowhere))) {
      assertThat(status(feeds, "OKX").quality()).isZero();
      tickUntil(() -> status(feeds, "OKX").errors() >= 3);
      FeedStatus status = status(feeds, "OKX");
      assertThat(status.state()).isEqualTo(FeedStatus.State.RECONNECTING);
      assertThat(status.detail()).contains("cannot be reached");
      feeds.close();
      assertThat(status(feeds, "OKX").state()).isEqualTo(FeedStatus.State.STOPPED);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void heartbeat(LocalVenue.Peer socket) {
    socket.send("{\"type\":\"heartbeat\",\"sequence\":1}");
  }

  private LiveFeeds start(Map<String, List<String>> orders, LiveFeeds.Wanted... wanted) {
    return LiveFeeds.start(List.of(wanted), orders, sink, clock, new Random(3));
  }

  private static LiveFeeds.Wanted wanted(VenueKind kind, URI socket, URI rest) {
    return new LiveFeeds.Wanted(
        kind,
        new VenueSettings(
            kind.name(), socket, rest, List.of(new Pair("BTC", "USD")), 1_000, Optional.empty()),
        Optional.empty());
  }

  private static String preferred(LiveFeeds feeds) {
    return feeds.preferred().venue("BTC-USD").orElseThrow();
  }

  private static FeedStatus status(LiveFeeds feeds, String name) {
    return feeds.feeds().stream()
        .filter(feed -> feed.name().equals(name))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private static int quality(LiveFeeds feeds, String name) {
    return status(feeds, name).quality();
  }

  /** Lets seconds pass until it is so, with time for the wire between them. */
  private void tickUntil(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 30 * SECOND_NS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("30 s have passed").isLessThan(deadline);
      clock.pass(SECOND_NS);
      long wire = System.nanoTime() + 30_000_000L;
      while (System.nanoTime() < wire) {
        Thread.onSpinWait();
        Thread.yield();
      }
    }
  }
}

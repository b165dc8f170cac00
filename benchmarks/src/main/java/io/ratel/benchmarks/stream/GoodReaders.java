package io.ratel.benchmarks.stream;

import io.ratel.benchmarks.stream.Crowd.Manners;
import io.ratel.benchmarks.venue.Trader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.agrona.collections.LongArrayList;

/**
 * Readers who are signed in as one trader, follow its orders and a busy market, and note when an
 * order of the trader's reaches each of them. For one thread.
 */
final class GoodReaders implements AutoCloseable {
  private static final int READERS = 1_000;
  private static final int ORDERS = 50;
  private static final int IN_FLIGHT = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofMillis(150);
  private static final byte[] NEWS = "\"topic\":\"orders\"".getBytes(StandardCharsets.UTF_8);

  private final Trader trader;
  private final Crowd crowd;
  private final ExecutorService cause =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("orders").factory());
  private final LongArrayList taken = new LongArrayList();
  private volatile long begunNs;
  private int missing;

  GoodReaders(InetSocketAddress venue, Trader trader) throws IOException {
    this.trader = trader;
    this.crowd = new Crowd(venue, Manners.READS, this::heard);
  }

  void enter() throws IOException {
    missing = READERS;
    String auth = "{\"auth\":\"" + trader.token() + "\"}";
    String subscribe = "{\"subscribe\":[\"orders\",\"market.BTC-USD.quote\"],\"id\":1}";
    crowd.join(READERS, IN_FLIGHT, () -> List.of(auth, subscribe), PATIENCE);
    untilServed();
  }

  /** Places some orders and tells how long each took to each reader, in nanoseconds. */
  long[] latencies() throws IOException {
    taken.clear();
    for (int order = 0; order < ORDERS; order++) {
      crowd.during(QUIET);
      crowd.readers().forEach(reader -> reader.served = false);
      missing = READERS;
      cause.execute(
          () -> {
            begunNs = System.nanoTime();
            trader.order();
          });
      untilServed();
    }
    return taken.toLongArray();
  }

  private void untilServed() throws IOException {
    crowd.until(() -> missing == 0, PATIENCE, () -> missing + " readers had no news");
  }

  private void heard(Reader reader, ByteBuffer payload) {
    if (!reader.served && Audience.contains(payload, NEWS)) {
      reader.served = true;
      missing--;
      taken.addLong(System.nanoTime() - begunNs);
    }
  }

  @Override
  public void close() throws IOException {
    cause.shutdownNow();
    crowd.close();
  }
}

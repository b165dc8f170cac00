package io.ratel.benchmarks.stream;

import io.ratel.benchmarks.load.Pause;
import io.ratel.benchmarks.stream.Crowd.Manners;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Readers who follow every topic and read nothing, on a thread of their own. What is sent to them
 * piles up until the venue keeps the rest back, and closes them when they have still taken nothing;
 * then they come anew.
 */
final class DeafReaders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeafReaders.class);
  private static final List<String> CHANNELS = List.of("book", "trades", "quote", "bars-1m");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration STAY = Duration.ofSeconds(16);
  private static final Duration FILL = Duration.ofSeconds(4);

  private final InetSocketAddress venue;
  private final int count;
  private final String subscribe;
  private final Thread thread = Thread.ofPlatform().name("deaf-readers").unstarted(this::run);

  DeafReaders(InetSocketAddress venue, int count, List<String> symbols) {
    this.venue = venue;
    this.count = count;
    List<String> topics =
        symbols.stream()
            .flatMap(symbol -> CHANNELS.stream().map(c -> "\"market." + symbol + "." + c + "\""))
            .toList();
    subscribe = "{\"subscribe\":[" + String.join(",", topics) + "],\"id\":1}";
  }

  /** Returns when they have come and what is sent to them has piled up for a while. */
  void start() {
    thread.start();
    Pause.of(FILL);
  }

  private void run() {
    try (Crowd crowd = new Crowd(venue, Manners.DEAF, (reader, payload) -> {})) {
      while (true) {
        crowd.join(count, count, () -> List.of(subscribe), PATIENCE);
        crowd.during(STAY);
        crowd.drop();
      }
    } catch (CancellationException e) {
      // it is over
    } catch (IOException e) {
      LOG.atError().setCause(e).log("the slow readers ended too soon");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

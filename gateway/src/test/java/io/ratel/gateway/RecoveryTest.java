package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.market.Level;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is dropped, connected again and restarted, and whenever: the client's book ends as the
 * server's, and a recovery that is told to be complete was.
 */
class RecoveryTest {
  private static final String TOPIC = "market.BTC-USD.book";
  private static final GatewayConfig ANY_PORT =
      new GatewayConfig("127.0.0.1", 0, true, Optional.empty(), TestVenue.LIMITS);

  /** As simple a client as the contract allows: it checks each step and keeps the book. */
  private static final class Reader {
    private final TreeMap<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, String> asks = new TreeMap<>();
    private @Nullable StreamClient socket;
    private long epoch = -1;
    private long offset;

    void connect(int port) {
      StreamClient opened = new StreamClient(port);
      socket = opened;
      if (epoch < 0) {
        opened.ask("{\"subscribe\":[\"" + TOPIC + "\"],\"id\":1}");
        return;
      }
      JsonNode reply =
          opened.ask(
              "{\"recover\":{\"%s\":{\"epoch\":%d,\"offset\":%d}},\"id\":2}"
                  .formatted(TOPIC, epoch, offset));
      JsonNode recovered = reply.path("recovered").path(TOPIC);
      assertThat(recovered.isBoolean()).as(reply.toString()).isTrue();
      if (!recovered.booleanValue()) {
        JsonNode first = opened.update();
        assertThat(first.get("kind").asText()).isEqualTo("snapshot");
        take(first);
      }
    }

    void drop() {
      if (socket != null) {
        socket.close();
        socket = null;
      }
    }

    boolean connected() {
      return socket != null;
    }

    /** Takes what comes within a while. */
    void listen(long ms) {
      StreamClient open = socket;
      for (JsonNode update = open == null ? null : open.updateWithin(ms);
          update != null && open != null;
          update = open.updateWithin(0)) {
        take(update);
      }
    }

    private void take(JsonNode update) {
      boolean snapshot = update.get("kind").asText().equals("snapshot");
      if (snapshot) {
        bids.clear();
        asks.clear();
      } else {
        assertThat(update.get("epoch").asLong()).isEqualTo(epoch);
        assertThat(update.get("offset").asLong()).isEqualTo(offset + 1);
      }
      epoch = update.get("epoch").asLong();
      offset = update.get("offset").asLong();
      put(bids, update.at("/data/bids"));
      put(asks, update.at("/data/asks"));
    }

    private static void put(Map<BigDecimal, String> side, JsonNode levels) {
      for (JsonNode level : levels) {
        BigDecimal price = new BigDecimal(level.get(0).asText());
        String quantity = level.get(1).asText();
        if (quantity.equals("0")) {
          side.remove(price);
        } else {
          side.put(price, quantity);
        }
      }
    }
  }

  private static void move(TestVenue venue, Random random) {
    if (random.nextInt(12) == 0) {
      venue.markets.loseBook(FakeMarkets.BTC_USD);
    } else {
      venue.markets.setBook(
          FakeMarkets.BTC_USD, levels(random, 99_99, -1), levels(random, 100_01, 1));
    }
  }

  private static List<Level> levels(Random random, long best, int away) {
    return random
        .longs(0, 70)
        .distinct()
        .limit(random.nextInt(65))
        .sorted()
        .mapToObj(at -> new Level(best + away * at, 1 + random.nextInt(9)))
        .toList();
  }

  @Property(tries = 40)
  void theClientsBookEndsAsTheServers(@ForAll long seed) {
    Random random = new Random(seed);
    try (TestVenue venue = new TestVenue()) {
      Gateway gateway = venue.another(ANY_PORT);
      gateway.start();
      Reader reader = new Reader();
      try {
        for (int step = 0; step < 25; step++) {
          switch (random.nextInt(8)) {
            case 0 -> reader.drop();
            case 1 -> {
              gateway.close();
              reader.drop();
              gateway = venue.another(ANY_PORT);
              gateway.start();
            }
            case 2, 3 -> {
              if (!reader.connected()) {
                reader.connect(gateway.port());
              }
            }
            case 4 -> reader.listen(random.nextInt(130));
            default -> move(venue, random);
          }
        }
        if (!reader.connected()) {
          reader.connect(gateway.port());
        }
        awaitEqual(venue, reader);
      } finally {
        reader.drop();
        gateway.close();
      }
    }
  }

  private static void awaitEqual(TestVenue venue, Reader reader) {
    Map<BigDecimal, String> bids = shown(venue, "bids");
    Map<BigDecimal, String> asks = shown(venue, "asks");
    for (int i = 0; i < 100 && !(reader.bids.equals(bids) && reader.asks.equals(asks)); i++) {
      reader.listen(50);
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(reader.bids).isEqualTo(bids);
    assertThat(reader.asks).isEqualTo(asks);
  }

  private static Map<BigDecimal, String> shown(TestVenue venue, String side) {
    TreeMap<BigDecimal, String> levels = new TreeMap<>();
    Reader.put(levels, venue.anyone().get("/v1/markets/BTC-USD/book?depth=50").json().get(side));
    return levels;
  }
}

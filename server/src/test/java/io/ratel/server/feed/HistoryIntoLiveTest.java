package io.ratel.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.server.VenueProcess;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Under load each trade from a moment on comes once, over history, snapshot and changes. */
@Timeout(240)
final class HistoryIntoLiveTest {
  private static final int CLIENTS = 20;
  private static final int TRADES = 30_000;
  private static final int EACH_TICK = 25;
  private static final long TICK_MS = 10;

  @TempDir Path folder;

  private final Random random = new Random(11);
  private final AtomicInteger made = new AtomicInteger();
  private volatile Instant started = Instant.MAX;

  /** A venue that trades 2,500 times a second, at times late, often at the same moment. */
  private final class Market {
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server =
        vertx.createHttpServer().webSocketHandler(this::accept).listen(0, "127.0.0.1").await();

    private void accept(ServerWebSocket socket) {
      socket.textMessageHandler(
          message -> {
            if (message.contains("matches") && made.get() == 0) {
              started = Instant.now();
              vertx.setPeriodic(TICK_MS, timer -> trade(socket, timer));
            }
          });
    }

    private void trade(ServerWebSocket socket, long timer) {
      for (int i = 0; i < EACH_TICK && made.get() < TRADES; i++) {
        int id = made.incrementAndGet();
        long lateMs = id % 9 == 0 ? random.nextInt(2_000) : 0;
        Instant time = Instant.now().minusMillis(lateMs);
        Instant at = time.isBefore(started) ? started : time;
        socket.writeTextMessage(
            "{\"type\":\"match\",\"trade_id\":"
                + id
                + ",\"side\":\"buy\",\"size\":\"0.01\",\"price\":\"100.5\","
                + "\"product_id\":\"BTC-USD\",\"sequence\":"
                + id
                + ",\"time\":\""
                + Instant.ofEpochMilli(at.toEpochMilli())
                + "\"}");
      }
      if (made.get() == TRADES) {
        vertx.cancelTimer(timer);
      }
    }
  }

  /** A client that wants all trades from the beginning, and may pause before it reads on. */
  private static final class Client implements WebSocket.Listener {
    private final Set<Integer> ids = ConcurrentHashMap.newKeySet();
    private final List<String> faults = new ArrayList<>();
    private final CountDownLatch whole = new CountDownLatch(1);
    private final StringBuilder partial = new StringBuilder();
    private final int pauseEvery;
    private int frames;
    private int snapshots;
    private volatile int history;

    Client(int pauseEvery) {
      this.pauseEvery = pauseEvery;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        hear(partial.toString());
        partial.setLength(0);
        if (pauseEvery > 0 && ++frames % pauseEvery == 0) {
          Thread.ofVirtual()
              .start(
                  () -> {
                    LockSupport.parkNanos(1_500_000_000L);
                    from.request(1);
                  });
          return null;
        }
      }
      from.request(1);
      return null;
    }

    private void hear(String text) {
      try {
        JsonNode frame = VenueProcess.JSON.readTree(text);
        if (frame.has("error")) {
          faults.add(text);
        }
        frame.path("batch").forEach(this::take);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (ids.size() >= TRADES) {
        whole.countDown();
      }
    }

    private void take(JsonNode update) {
      if (update.path("kind").asText().equals("snapshot") && ++snapshots > 1) {
        faults.add("a second snapshot");
      }
      if (update.path("kind").asText().equals("history")) {
        history += update.path("data").size();
      }
      for (JsonNode trade : update.path("data")) {
        if (!ids.add(trade.path("id").asInt())) {
          faults.add(update.path("kind").asText() + " has " + trade.path("id") + " again");
        }
      }
    }
  }

  @Test
  void twentyClientsThatComeAtAnyMomentHaveEveryTradeOnce() throws Exception {
    Market market = new Market();
    Path config =
        Files.write(
            folder.resolve("live.yaml"),
            List.of(
                "feeds:",
                "  coinbase: { pairs: [BTC-USD], url: 'ws://127.0.0.1:"
                    + market.server.actualPort()
                    + "' }"));
    List<Client> clients = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient();
        VenueProcess ratel =
            VenueProcess.up(folder.resolve("data"), "--no-demo", "--config", config.toString())) {
      while (made.get() < 100) {
        LockSupport.parkNanos(10_000_000);
      }
      for (int i = 0; i < CLIENTS; i++) {
        Client client = new Client(i % 5 == 4 ? 20 : 0);
        clients.add(client);
        WebSocket socket =
            http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + ratel.port + "/v1/stream"), client)
                .join();
        String every = i % 4 == 3 ? ",\"every\":700" : "";
        socket
            .sendText(
                "{\"subscribe\":[\"COINBASE:BTC-USD|trades\"],\"from\":\""
                    + started.minusSeconds(1)
                    + "\""
                    + every
                    + ",\"id\":1}",
                true)
            .join();
        int next = made.get() + random.nextInt(2 * (TRADES - 4_000) / CLIENTS);
        while (made.get() < Math.min(next, TRADES - 2_000)) {
          LockSupport.parkNanos(5_000_000);
        }
      }
      for (Client client : clients) {
        boolean whole = client.whole.await(60, TimeUnit.SECONDS);
        assertThat(client.faults).isEmpty();
        assertThat(whole).as("%d of %d came", client.ids.size(), TRADES).isTrue();
      }
      assertThat(clients.stream().mapToInt(client -> client.history).max().orElseThrow())
          .isGreaterThan(TRADES / 3);
    }
    market.vertx.close().await();
  }
}

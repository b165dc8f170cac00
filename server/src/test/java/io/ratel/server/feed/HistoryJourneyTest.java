package io.ratel.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.ratel.server.StreamSocket;
import io.ratel.server.VenueProcess;
import io.ratel.server.VenueProcess.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue of which nothing is stored, asked for its past. */
final class HistoryJourneyTest {
  private static final int TRADES = 2_500;
  private static final String ID = "00000000-aaaa-4bbb-8ccc-000000000001";

  /** Trades one to a second, from then on. */
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);

  private final AtomicInteger refusals = new AtomicInteger(1);
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private HttpServer binance;

  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    binance = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    binance.createContext(
        "/api/v3/",
        exchange -> {
          keys.addAll(exchange.getRequestHeaders().getOrDefault("X-MBX-APIKEY", List.of()));
          Map<String, String> query = new HashMap<>();
          for (String part : exchange.getRequestURI().getQuery().split("&")) {
            query.put(part.split("=")[0], part.split("=")[1]);
          }
          boolean refused = refusals.getAndDecrement() > 0;
          String text = refused ? "{}" : answer(exchange.getRequestURI().getPath(), query);
          if (refused) {
            exchange.getResponseHeaders().add("Retry-After", "1");
          }
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(refused ? 429 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    binance.start();
  }

  @AfterEach
  void close() {
    binance.stop(0);
  }

  private long millis(int trade) {
    return start.plusSeconds(trade).toEpochMilli();
  }

  private String answer(String path, Map<String, String> query) {
    if (path.endsWith("/aggTrades")) {
      long from = Long.parseLong(query.get("startTime"));
      return IntStream.range(0, TRADES)
          .filter(trade -> millis(trade) >= from)
          .mapToObj(trade -> "[{\"a\":1,\"f\":" + trade + ",\"l\":" + trade + "}]")
          .findFirst()
          .orElse("[]");
    }
    int from = Integer.parseInt(query.get("fromId"));
    List<String> rows = new ArrayList<>();
    for (int trade = from; trade < Math.min(TRADES, from + 1_000); trade++) {
      rows.add(
          "{\"id\":%d,\"price\":\"%d.5\",\"qty\":\"0.1\",\"time\":%d,\"isBuyerMaker\":false}"
              .formatted(trade, 100 + trade % 10, millis(trade)));
    }
    return "[" + String.join(",", rows) + "]";
  }

  @Test
  void whoAsksForWhatIsNotStoredHearsWhenItIsAndGetsItWhole() throws Exception {
    Path config =
        Files.write(
            folder.resolve("history.yaml"),
            List.of(
                "feeds:",
                "  binance: { pairs: [BTC-USDT], url: 'ws://127.0.0.1:"
                    + VenueProcess.freePort()
                    + "', restUrl: 'http://127.0.0.1:"
                    + binance.getAddress().getPort()
                    + "' }"));
    Path data = folder.resolve("data");
    String trades =
        "/v1/markets/BINANCE:BTC-USDT/history/trades?from=%s&to=%s&limit=900"
            .formatted(start, start.plusSeconds(2_000));
    try (VenueProcess ratel = VenueProcess.up(data, "--demo", "--config", config.toString())) {
      Answer before = ratel.call("GET", trades, "");
      assertThat(before.status()).as(before.toString()).isEqualTo(200);
      assertThat(before.body().get("items")).isEmpty();
      assertThat(before.body().at("/missing/0/from").asText()).isEqualTo(start.toString());
      try (StreamSocket socket = new StreamSocket(ratel, "")) {
        JsonNode answer = socket.ask("{\"subscribe\":[\"HISTORY_READY:" + ID + "\"],\"id\":1}");
        assertThat(answer.has("subscribed")).as(answer.toString()).isTrue();
        ratel.signIn("demo@ratel.local", "demo");
        Answer asked = ratel.call("GET", trades + "&request=" + ID, "");
        assertThat(asked.body().at("/request/id").asText()).as(asked.toString()).isEqualTo(ID);
        JsonNode done =
            socket.update(
                update -> List.of("done", "failed").contains(update.at("/data/state").asText()));
        assertThat(done.at("/data/state").asText()).as(done.toString()).isEqualTo("done");
        assertThat(done.at("/data/rows").asInt()).isEqualTo(2_000);
      }
      assertThat(whole(ratel, trades)).isEqualTo(2_000);
      String bars =
          "/v1/markets/BINANCE:BTC-USDT/history/bars?interval=5m&from=%s&to=%s"
              .formatted(start, start.plusSeconds(1_800));
      JsonNode made = ratel.get(bars).body();
      assertThat(made.get("items")).hasSize(6);
      assertThat(made.at("/items/0/trades").asInt()).isEqualTo(300);
      assertThat(made.get("missing")).as("bars are whole where their trades are").isEmpty();
      String then = trades + "&asOf=" + start.plusSeconds(2_500);
      assertThat(ratel.get(then).body().get("items")).as("nothing was received by then").isEmpty();
      ratel.kill();
    }
    try (VenueProcess again = VenueProcess.up(data, "--demo", "--config", config.toString())) {
      assertThat(whole(again, trades)).isEqualTo(2_000);
      JsonNode request = again.get("/v1/history/requests/" + ID).body();
      assertThat(request.get("state").asText()).isEqualTo("done");
      assertThat(keys).as("none was set").isEmpty();
    }
  }

  @Test
  void aVenueIsAskedForItsHistoryWithTheKeyThatIsStored() throws Exception {
    Path data = folder.resolve("data");
    List<String> put = List.of("secrets", "put", "platform", "binance-key", "--data");
    List<String> line = new ArrayList<>(put);
    line.add(data.toString());
    assertThat(VenueProcess.run(line, Map.of(), "the-key").exitCode()).isZero();
    Path config =
        Files.write(
            folder.resolve("history.yaml"),
            List.of(
                "feeds:",
                "  binance:",
                "    pairs: [BTC-USDT]",
                "    url: 'ws://127.0.0.1:" + VenueProcess.freePort() + "'",
                "    restUrl: 'http://127.0.0.1:" + binance.getAddress().getPort() + "'",
                "    key: 'stored:binance-key'",
                "    secret: c2VjcmV0"));
    try (VenueProcess ratel = VenueProcess.up(data, "--demo", "--config", config.toString())) {
      ratel.signIn("demo@ratel.local", "demo");
      String path = "/v1/markets/BINANCE:BTC-USDT/history/trades?from=%s&to=%s&request=%s";
      ratel.get(path.formatted(start, start.plusSeconds(10), ID));
      ratel.await(
          "/v1/history/requests/" + ID, request -> request.at("/state").asText().equals("done"));
      assertThat(keys).containsExactly("the-key");
    }
  }

  /** How many trades the pages have, each once, of which nothing is missing. */
  private static int whole(VenueProcess ratel, String path) {
    List<Integer> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = ratel.get(path + cursor).body();
      assertThat(page.get("missing")).as(page.toString()).isEmpty();
      page.get("items").forEach(trade -> ids.add(trade.get("id").asInt()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asText();
    } while (!cursor.isEmpty());
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    return ids.size();
  }
}

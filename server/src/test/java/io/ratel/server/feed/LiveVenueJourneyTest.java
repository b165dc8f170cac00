package io.ratel.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.server.VenueProcess;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue on this machine, from its socket to the REST door. */
final class LiveVenueJourneyTest {
  private static final String BOOK =
      "{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"bids\":[[\"100.5\",\"2\"]],"
          + "\"asks\":[[\"100.6\",\"3\"]]}";

  private static final String CHANGE =
      "{\"type\":\"l2update\",\"product_id\":\"BTC-USD\","
          + "\"changes\":[[\"buy\",\"100.5\",\"7.25\"]],\"time\":\"2026-01-05T10:00:00.5Z\"}";

  @TempDir Path folder;

  @Test
  void aLiveBookIsShownWithItsFeedAndRecordedAndOneThatCannotBeReachedSaysSo() throws Exception {
    Vertx vertx = Vertx.vertx();
    HttpServer server =
        vertx
            .createHttpServer()
            .webSocketHandler(
                socket ->
                    socket.textMessageHandler(
                        message -> {
                          if (message.contains("level2")) {
                            socket.writeTextMessage(BOOK);
                            socket.writeTextMessage(CHANGE);
                          }
                        }))
            .listen(0, "127.0.0.1")
            .await();
    Path captures = folder.resolve("captures");
    Path config =
        Files.write(
            folder.resolve("live.yaml"),
            List.of(
                "feeds:",
                "  coinbase: { pairs: [BTC-USD], url: 'ws://127.0.0.1:"
                    + server.actualPort()
                    + "' }",
                "  kraken: { pairs: [BTC-USD], url: 'ws://127.0.0.1:"
                    + VenueProcess.freePort()
                    + "' }",
                "  capture: " + captures,
                "  fallback: { BTC-USD: [KRAKEN, COINBASE] }"));
    try (VenueProcess ratel =
        VenueProcess.up(folder.resolve("data"), "--no-demo", "--config", config.toString())) {
      JsonNode book = ratel.await("/v1/markets/COINBASE:BTC-USD/book", b -> b.has("bids"));
      assertThat(book.at("/bids/0/1").asText()).isEqualTo("7.25");
      assertThat(book.get("source").asText()).isEqualTo("COINBASE");
      JsonNode feeds = ratel.await("/v1/feeds", list -> isPreferred(list, "coinbase"));
      JsonNode coinbase = feed(feeds, "coinbase");
      assertThat(coinbase.get("kind").asText()).isEqualTo("coinbase");
      assertThat(coinbase.get("state").asText()).isEqualTo("running");
      JsonNode kraken = feed(feeds, "kraken");
      assertThat(kraken.get("state").asText()).isEqualTo("reconnecting");
      assertThat(kraken.get("quality").asInt()).isZero();
      assertThat(kraken.get("errors").asInt()).isPositive();
      assertThat(kraken.get("detail").asText()).contains("cannot be reached");
      assertThat(ratel.stop()).isZero();
    }
    vertx.close().await();
    try (Stream<Path> files = Files.list(captures)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.matches("COINBASE\\.ws\\.[0-9]+\\.0"));
    }
  }

  private static boolean isPreferred(JsonNode feeds, String name) {
    return feed(feeds, name).at("/preferredFor/0").asText().equals("BTC-USD");
  }

  private static JsonNode feed(JsonNode feeds, String name) {
    for (JsonNode feed : feeds.get("items")) {
      if (feed.get("name").asText().equals(name)) {
        return feed;
      }
    }
    throw new AssertionError(name + " is not in " + feeds);
  }
}

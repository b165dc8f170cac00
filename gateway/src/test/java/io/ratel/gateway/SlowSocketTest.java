package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.http.Limits;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.SlowReader;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowSocketTest {
  private static final String SUBSCRIBE = "{\"subscribe\":[\"market.BTC-USD.trades\"]}";

  private int trades;

  private static TestVenue venue(int stuckMs) {
    return new TestVenue(
        new Limits(100, 16, 8_192, 8_192, 10_000, 60_000, 8, 5, 4_096, stuckMs, 30_000, 60_000),
        true,
        Optional.empty());
  }

  private static double metric(TestVenue venue, String name) {
    return venue
        .anyone()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** Makes many trades and waits until a client that reads has seen them. */
  private void burst(TestVenue venue, StreamClient witness) {
    for (int i = 0; i < 900; i++) {
      venue.markets.add(
          new Trade(
              FakeMarkets.BTC_USD,
              "trade-" + ++trades,
              100_00,
              1,
              Side.BUY,
              FakeExchange.TIME_NS,
              0));
    }
    String last = "trade-" + trades;
    JsonNode update = witness.update();
    while (!update.get("data").get(update.get("data").size() - 1).get("id").asText().equals(last)) {
      update = witness.update();
    }
  }

  @Test
  void givesASnapshotInsteadOfDeltasThatDidNotFit() throws IOException {
    try (TestVenue venue = venue(60_000);
        StreamClient witness = new StreamClient(venue);
        SlowReader slow = new SlowReader(venue)) {
      witness.ask(SUBSCRIBE);
      witness.update();
      slow.send(SUBSCRIBE);
      while (metric(venue, "ratel_stream_conflated_total") == 0) {
        burst(venue, witness);
      }
      burst(venue, witness);
      burst(venue, witness);
      slow.send("{\"ping\":1}");

      long offset = -1;
      boolean jumped = false;
      boolean ponged = false;
      while (!jumped || !ponged) {
        JsonNode frame = slow.read();
        ponged |= frame.has("pong");
        for (JsonNode update : frame.path("batch")) {
          long next = update.get("offset").asLong();
          boolean snapshot = update.get("kind").asText().equals("snapshot");
          assertThat(snapshot || next == offset + 1).isTrue();
          jumped |= snapshot && offset >= 0 && next > offset + 1;
          offset = next;
        }
      }
      burst(venue, witness);
      JsonNode delta = slow.read().get("batch").get(0);
      assertThat(delta.get("offset").asLong()).isEqualTo(offset + 1);
      assertThat(delta.get("kind").asText()).isEqualTo("delta");
    }
  }

  /** Reads until all trades have come, each once, with one snapshot. */
  private void readAll(SlowReader slow) throws IOException {
    Set<String> ids = new HashSet<>();
    long offset = -1;
    while (ids.size() < trades) {
      for (JsonNode update : slow.read().path("batch")) {
        boolean delta = update.get("kind").asText().equals("delta");
        long next = update.get("offset").asLong();
        assertThat(delta).as("after the snapshot").isEqualTo(offset > 0);
        assertThat(!delta || update.path("after").asLong(next - 1) == offset).isTrue();
        offset = next;
        update.get("data").forEach(trade -> assertThat(ids.add(trade.get("id").asText())).isTrue());
      }
    }
  }

  private static String from(TestVenue venue) {
    return SUBSCRIBE.replace("]", "],\"from\":\"" + venue.now.minusSeconds(60) + "\"");
  }

  @Test
  void bringsWhatDidNotFitToOneThatAskedFromAMomentOn() throws IOException {
    try (TestVenue venue = venue(60_000);
        StreamClient witness = new StreamClient(venue);
        SlowReader slow = new SlowReader(venue)) {
      witness.ask(SUBSCRIBE);
      witness.update();
      slow.send(from(venue));
      while (metric(venue, "ratel_stream_conflated_total") == 0) {
        burst(venue, witness);
      }
      burst(venue, witness);
      burst(venue, witness);
      readAll(slow);
    }
  }

  @Test
  void holdsThePastUntilTheSocketTakesIt() throws IOException {
    try (TestVenue venue = venue(60_000);
        StreamClient witness = new StreamClient(venue);
        SlowReader slow = new SlowReader(venue)) {
      witness.ask(SUBSCRIBE);
      witness.update();
      for (int i = 0; i < 70; i++) {
        burst(venue, witness);
      }
      slow.send(from(venue));
      for (int i = 0; i < 10; i++) {
        burst(venue, witness);
      }
      assertThat(metric(venue, "ratel_stream_conflated_total")).isZero();
      readAll(slow);
    }
  }

  @Test
  void closesASocketThatStaysStuck() throws IOException {
    try (TestVenue venue = venue(100);
        StreamClient witness = new StreamClient(venue);
        SlowReader slow = new SlowReader(venue)) {
      witness.ask(SUBSCRIBE);
      witness.update();
      slow.send(SUBSCRIBE);
      while (metric(venue, "ratel_stream_stuck_total") == 0) {
        burst(venue, witness);
      }
      while (metric(venue, "ratel_stream_sockets") != 1) {
        burst(venue, witness);
      }
      assertThat(witness.ask("{\"ping\":1}").get("pong").asInt()).isEqualTo(1);
    }
  }
}

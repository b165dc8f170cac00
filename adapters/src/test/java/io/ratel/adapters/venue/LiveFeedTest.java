package io.ratel.adapters.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.venue.script.LocalVenue;
import io.ratel.marketdata.feed.FeedStatus;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every venue's connection against a server that speaks its format. */
final class LiveFeedTest {
  private static final int FRAME = 9 << 20; // characters, more than is taken

  private static LiveVenue start(String name) throws InterruptedException {
    LiveVenue live = new LiveVenue(LiveVenue.scripted(name));
    live.feed.start();
    return live;
  }

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp", "bybit", "coinbase", "kraken", "okx"})
  void theBookIsTheVenuesAndTradesCome(String name) throws Exception {
    try (LiveVenue live = start(name).follow()) {
      for (int i = 0; i < 50; i++) {
        live.change();
      }
      live.send(live.venue.trade(7));
      live.send(live.venue.trade(8));
      live.await(() -> live.sink.trades().size() == 2 && live.isBookRight());
      assertThat(live.sink.trades().getFirst().market().symbol()).isEqualTo(live.symbol);
      FeedStatus status = live.status();
      assertThat(status.state()).isEqualTo(FeedStatus.State.RUNNING);
      assertThat(status.rejected()).isZero();
      assertThat(status.errors()).isZero();
      assertThat(status.quality()).as("%s", status).isGreaterThan(75);
      assertThat(live.server.handshakes()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp", "bybit", "coinbase", "kraken", "okx"})
  void aBookThatLostAChangeIsUnknownUntilTheVenueHasToldItAnew(String name) throws Exception {
    try (LiveVenue live = start(name).follow()) {
      live.send(live.silentChange().replaceFirst("\"[0-9]+\\.[0-9]{2}\"", "\"NaN\""));
      live.change();
      live.await(() -> live.status().reasons().containsKey("bad-number"));
      live.await(() -> !live.sink.isBookKnown(live.symbol));
      assertThat(live.status().detail()).startsWith("1 of 1 books unknown; ");
      live.awaitBook();
      live.change();
      live.awaitBook();
      FeedStatus status = live.status();
      assertThat(status.reasons()).containsKey("bad-number");
      assertThat(status.quality()).isLessThan(95);
      assertThat(live.server.handshakes()).as("connections").isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp", "bybit", "coinbase", "kraken", "okx"})
  void aVenueThatFallsSilentIsConnectedToAnew(String name) throws Exception {
    try (LiveVenue live = start(name).follow()) {
      live.server.mute(true);
      live.tickUntil(() -> live.status().state() == FeedStatus.State.RECONNECTING);
      assertThat(live.status().detail()).contains("silent for ");
      assertThat(live.status().quality()).isZero();
      assertThat(live.sink.isBookKnown(live.symbol)).as("the book while it is away").isFalse();
      live.server.mute(false);
      live.tickUntil(() -> live.server.handshakes() == 2);
      live.follow();
      assertThat(live.status().state()).isEqualTo(FeedStatus.State.RUNNING);
      assertThat(live.status().errors()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp", "bybit", "coinbase", "kraken", "okx"})
  void aVenueThatHangsUpIsConnectedToAnew(String name) throws Exception {
    try (LiveVenue live = start(name).follow()) {
      live.hangUp();
      live.tickUntil(() -> live.server.handshakes() == 2);
      live.follow();
      assertThat(live.status().detail()).contains("closed by the venue with 1000");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp", "bybit", "coinbase", "kraken", "okx"})
  void rubbishIsCountedWithItsReasonAndDropped(String name) throws Exception {
    try (LiveVenue live = start(name).follow()) {
      String trade = live.venue.trade(7);
      live.send("hello");
      live.send("");
      live.send("{}");
      live.send(trade.replace("1767607200", "7258118400")); // the year 2200
      live.send(trade.replace("2026-01-05", "2200-01-05"));
      live.send(trade.replace("17676", "9").replace("2026-01-05", "1970-01-05"));
      live.send(trade.replace("\"0.25", "\"-0.25"));
      live.send(trade.replace("\"0.25", "\"NaN"));
      live.send(live.venue.strangeTrade());
      live.send("{\"x\":\"" + "a".repeat(FRAME) + "\"}");
      live.send(live.venue.trade(9));
      live.await(() -> live.status().reasons().containsKey("too-large"));
      live.await(() -> live.sink.trades().stream().anyMatch(t -> isLast(name, t.id())));
      FeedStatus status = live.status();
      assertThat(status.reasons())
          .containsKeys(
              "not-json", "bad-time", "negative", "bad-number", "unknown-symbol", "too-large");
      assertThat(status.reasons().get("bad-time")).isEqualTo(2);
      assertThat(live.sink.trades()).allMatch(t -> t.market().symbol().equals(live.symbol));
      live.change();
      live.awaitBook();
    }
  }

  /** Kraken gives no ids, so its are made of times. */
  private static boolean isLast(String name, String id) {
    return name.equals("kraken") ? id.contains("9000-1") : id.equals("9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp", "bybit", "coinbase", "kraken", "okx"})
  void aVenueThatSpeaksOtherwiseOverNightIsNotTrusted(String name) throws Exception {
    try (LiveVenue live = start(name).follow()) {
      for (int i = 0; i < 60; i++) {
        live.send("{\"version\":2,\"payload\":{\"p\":\"10000.1\"}}");
      }
      live.await(() -> live.status().rejected() >= 60);
      assertThat(live.status().quality()).isLessThan(50);
      assertThat(live.status().detail()).contains("missing-field: ");
    }
  }

  @ParameterizedTest
  @CsvSource({"binance,429", "binance,503", "kraken,429", "okx,500"})
  void aRefusedConnectionIsTriedLaterAndSaysWhy(String name, int status) throws Exception {
    try (LiveVenue live = new LiveVenue(LiveVenue.scripted(name))) {
      live.server.refuseSockets(new LocalVenue.Refusal(status, ""));
      live.feed.start();
      live.await(() -> live.status().state() == FeedStatus.State.RECONNECTING);
      assertThat(live.status().detail()).contains("HTTP " + status);
      if (status != 500) {
        // No time was named: half a minute goes by before the next attempt.
        for (int i = 0; i < 29; i++) {
          live.tick();
        }
        assertThat(live.server.handshakes()).isEqualTo(1);
      }
      live.server.refuseSockets(null);
      live.tickUntil(() -> live.server.handshakes() == 2);
      live.follow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp"})
  void aVenueThatAnswers429IsLeftAloneForAsLongAsItSays(String name) throws Exception {
    try (LiveVenue live = new LiveVenue(LiveVenue.scripted(name))) {
      live.server.refuseRequests(new LocalVenue.Refusal(429, "20"));
      live.feed.start();
      live.server.connection();
      live.tickUntil(() -> live.status().detail().contains("HTTP 429, nothing is asked for 20 s"));
      int asked = live.server.requests();
      for (int i = 0; i < 19; i++) {
        live.tick();
      }
      assertThat(live.server.requests()).isEqualTo(asked);
      assertThat(live.status().quality()).isLessThan(95);
      live.server.refuseRequests(null);
      live.tickUntil(live::isBookRight);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp"})
  void aRequestThatFailsIsMadeAgainEverLessOften(String name) throws Exception {
    try (LiveVenue live = new LiveVenue(LiveVenue.scripted(name))) {
      live.server.refuseRequests(new LocalVenue.Refusal(500, ""));
      live.feed.start();
      live.server.connection();
      live.tickUntil(() -> live.status().errors() == 1);
      for (int i = 0; i < 20; i++) {
        live.tick();
      }
      // After one second, then 5, then 10 later.
      live.await(() -> live.server.requests() == 3);
      assertThat(live.status().detail()).contains("answered HTTP 500");
      live.server.refuseRequests(null);
      live.tickUntil(live::isBookRight);
    }
  }

  /** A door that opens and then says nothing. */
  @Test
  @Timeout(10)
  void aFeedStopsAtOnceWhateverItWaitsFor() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        HttpClient http = HttpClient.newHttpClient()) {
      URI nowhere = URI.create("ws://127.0.0.1:" + deaf.getLocalPort());
      LiveFeed feed =
          new LiveFeed(
              LiveVenue.scripted("okx").protocol("X", nowhere, nowhere),
              new LiveFeed.Parts(
                  http, new ManualClock(0), new Random(1), new BookSink(), FrameRecorder.NONE));
      feed.start();
      try (Socket connection = deaf.accept()) { // it waits for an answer to its handshake
        feed.close();
        assertThat(connection.isConnected()).isTrue();
      }
      assertThat(feed.status().state()).isEqualTo(FeedStatus.State.STOPPED);
      feed.close();
      http.shutdownNow();
    }
  }
}

package io.ratel.adapters.venue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.adapters.binance.BinanceProtocol;
import io.ratel.adapters.bitstamp.BitstampProtocol;
import io.ratel.adapters.bybit.BybitProtocol;
import io.ratel.adapters.coinbase.CoinbaseProtocol;
import io.ratel.adapters.kraken.KrakenProtocol;
import io.ratel.adapters.okx.OkxProtocol;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What each venue is told, as its documentation has it. */
final class SubscriptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Pair> PAIRS = List.of(new Pair("BTC", "USD"), new Pair("DOGE", "EUR"));
  private static final long NOW_NS = 1_767_607_200_000_000_000L;

  private static VenueSettings settings(int depth, Optional<VenueSettings.Keys> keys) {
    return new VenueSettings(
        "X", URI.create("wss://x.example"), URI.create("https://x.example"), PAIRS, depth, keys);
  }

  private static VenueSettings settings() {
    return settings(300, Optional.empty());
  }

  @Test
  void binanceIsToldStreamsAndAskedForTheBook() {
    VenueProtocol binance = new BinanceProtocol(settings());
    assertThat(binance.socket()).hasToString("wss://x.example/stream");
    assertThat(binance.subscriptions(NOW_NS))
        .containsExactly(
            "{\"method\":\"SUBSCRIBE\",\"id\":1,\"params\":[\"btcusd@trade\",\"btcusd@bookTicker\","
                + "\"btcusd@depth@100ms\",\"dogeeur@trade\",\"dogeeur@bookTicker\","
                + "\"dogeeur@depth@100ms\"]}");
    assertThat(binance.resync(PAIRS.getFirst(), NOW_NS))
        .isEqualTo(fetch("https://x.example/api/v3/depth?symbol=BTCUSD&limit=300"));
  }

  @Test
  void bitstampIsToldChannelsAndAskedForTheBook() {
    VenueProtocol bitstamp = new BitstampProtocol(settings());
    assertThat(bitstamp.subscriptions(NOW_NS))
        .hasSize(4)
        .contains(
            "{\"event\":\"bts:subscribe\",\"data\":{\"channel\":\"diff_order_book_btcusd\"}}",
            "{\"event\":\"bts:subscribe\",\"data\":{\"channel\":\"live_trades_dogeeur\"}}");
    assertThat(bitstamp.resync(PAIRS.getFirst(), NOW_NS))
        .isEqualTo(fetch("https://x.example/api/v2/order_book/btcusd/"));
  }

  @Test
  void krakenIsToldItsOwnNamesOfAssetsAndADepthItHas() {
    VenueProtocol kraken = new KrakenProtocol(settings());
    assertThat(kraken.subscriptions(NOW_NS))
        .hasSize(3)
        .contains(
            "{\"event\":\"subscribe\",\"pair\":[\"XBT/USD\",\"XDG/EUR\"],"
                + "\"subscription\":{\"name\":\"book\",\"depth\":500}}");
    assertThat(kraken.resync(PAIRS.getFirst(), NOW_NS))
        .isEqualTo(
            new VenueProtocol.Resync.Send(
                List.of(
                    "{\"event\":\"unsubscribe\",\"pair\":[\"XBT/USD\"],"
                        + "\"subscription\":{\"name\":\"book\",\"depth\":500}}",
                    "{\"event\":\"subscribe\",\"pair\":[\"XBT/USD\"],"
                        + "\"subscription\":{\"name\":\"book\",\"depth\":500}}")));
  }

  @Test
  void okxIsToldChannelsOfInstruments() {
    assertThat(new OkxProtocol(settings()).subscriptions(NOW_NS))
        .containsExactly(
            "{\"op\":\"subscribe\",\"args\":[" + okx("BTC-USD") + "," + okx("DOGE-EUR") + "]}");
  }

  private static String okx(String name) {
    return String.join(
        ",",
        List.of("trades", "tickers", "books").stream()
            .map(channel -> "{\"channel\":\"" + channel + "\",\"instId\":\"" + name + "\"}")
            .toList());
  }

  @Test
  void bybitIsToldAtMostTenTopicsAtOnce() throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pairs.add(new Pair("A" + i, "USDT"));
    }
    VenueProtocol bybit =
        new BybitProtocol(
            new VenueSettings(
                "X",
                URI.create("wss://x.example"),
                URI.create("https://x.example"),
                pairs,
                60,
                Optional.empty()));
    int topics = 0;
    for (String message : bybit.subscriptions(NOW_NS)) {
      JsonNode args = JSON.readTree(message).get("args");
      assertThat(args.size()).isLessThanOrEqualTo(10);
      topics += args.size();
    }
    assertThat(topics).isEqualTo(30);
    assertThat(bybit.subscriptions(NOW_NS).getFirst()).contains("\"orderbook.200.A0USDT\"");
  }

  @Test
  void coinbaseIsToldTheBatchedBookByThoseWithoutAKey() {
    assertThat(new CoinbaseProtocol(settings()).subscriptions(NOW_NS))
        .containsExactly(
            "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\",\"DOGE-EUR\"],"
                + "\"channels\":[\"heartbeat\",\"matches\",\"ticker\"]}",
            "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\",\"DOGE-EUR\"],"
                + "\"channels\":[\"level2_batch\"]}");
  }

  @Test
  void coinbaseIsToldTheBookWithASignatureByThoseWithAKeyAndNoRecordingKnowsIt() throws Exception {
    String secret = Base64.getEncoder().encodeToString("a secret".getBytes(StandardCharsets.UTF_8));
    VenueProtocol coinbase =
        new CoinbaseProtocol(
            settings(10, Optional.of(new VenueSettings.Keys("k1", secret, "words"))));
    String message = coinbase.subscriptions(NOW_NS).get(1);
    JsonNode signed = JSON.readTree(message);
    assertThat(signed.at("/channels/0").asText()).isEqualTo("level2");
    assertThat(signed.get("timestamp").asText()).isEqualTo("1767607200");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("a secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(signed.get("signature").asText())
        .isEqualTo(
            Base64.getEncoder()
                .encodeToString(
                    mac.doFinal(
                        "1767607200GET/users/self/verify".getBytes(StandardCharsets.UTF_8))));
    assertThat(coinbase.withoutSecrets(message))
        .contains("\"level2\"", "\"timestamp\"")
        .doesNotContain("k1", "words", signed.get("signature").asText());
  }

  private static VenueProtocol.Resync fetch(String url) {
    return new VenueProtocol.Resync.Fetch(URI.create(url));
  }
}

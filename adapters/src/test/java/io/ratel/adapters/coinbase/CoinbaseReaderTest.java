package io.ratel.adapters.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.RecordingSink;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.marketdata.feed.Frame;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CoinbaseReaderTest {
  private static final String URL = "wss://ws-feed.exchange.coinbase.com";
  private static final Symbol FOO = Symbol.of("COINBASE:FOO-EUR");

  /** 2023-03-04T05:06:07Z and a second. */
  private static final long NOW = 1_677_906_368_000_000_000L;

  private static final String TIME = "2023-03-04T05:06:07.123456Z";
  private static final long TIME_NS = 1_677_906_367_123_456_000L;

  private final RecordingSink sink = new RecordingSink();
  private final FeedMeter meter = new FeedMeter("COINBASE");
  private final FeedIntake intake = new FeedIntake(new CoinbaseReader("COINBASE"), sink, meter);

  @Test
  void theSideOfAMatchIsTheMakersSoTheTakerTookTheOther() {
    send(match("match", 41, "sell", "0.50", "12.340"));
    send(match("last_match", 42, "buy", "2", "12.3"));
    Market market = new Market(FOO, 2, 1);
    assertThat(sink.trades)
        .containsExactly(
            new Trade(market, "41", 1234, 5, Side.BUY, TIME_NS, NOW),
            new Trade(market, "42", 1230, 20, Side.SELL, TIME_NS, NOW));
  }

  @Test
  void aTickerIsAQuoteWithOrWithoutSizes() {
    String start = "{\"type\":\"ticker\",\"product_id\":\"FOO-EUR\",\"best_bid\":\"1.1\",";
    send(start + "\"best_ask\":\"1.2\",\"time\":\"" + TIME + "\"}");
    send(
        start
            + "\"best_bid_size\":\"3\",\"best_ask\":\"1.2\",\"best_ask_size\":\"4\",\"time\":\""
            + TIME
            + "\"}");
    Market market = new Market(FOO, 1, 0);
    assertThat(sink.quotes)
        .containsExactly(
            new Quote(market, 11, 0, 12, 0, TIME_NS, NOW),
            new Quote(market, 11, 3, 12, 4, TIME_NS, NOW));
  }

  @Test
  void aBookIsASnapshotAndItsChanges() {
    send(
        "{\"type\":\"snapshot\",\"product_id\":\"FOO-EUR\",\"bids\":[[\"1.1\",\"5\"]],"
            + "\"asks\":[[\"1.2\",\"6.5\"],[\"1.25\",\"7\"]]}");
    send(update("[\"buy\",\"1.1\",\"0\"],[\"sell\",\"1.2\",\"0.125\"]"));
    assertThat(sink.snapshots.get(0).asks())
        .containsExactly(new Level(120, 65), new Level(125, 70));
    assertThat(sink.deltas.get(0).bids()).containsExactly(new Level(110, 0));
    assertThat(sink.deltas.get(0).asks()).containsExactly(new Level(120, 125));
    assertThat(sink.deltas.get(0).market()).isEqualTo(new Market(FOO, 2, 3));
    assertThat(sink.deltas.get(0).exchangeTimeNs()).isEqualTo(TIME_NS);
  }

  @Test
  void whatIsKnownAndOfNoInterestIsNotRejected() {
    send("{\"type\":\"subscriptions\",\"channels\":[]}");
    send("{\"type\":\"heartbeat\",\"sequence\":9}");
    assertThat(status().frames()).isEqualTo(2);
    assertThat(status().rejected()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"buy\",\"1.1\",\"-1\"]",
        "[\"buy\",\"1.1\",\"NaN\"]",
        "[\"buy\",\"1.1\"]",
        "[\"hold\",\"1.1\",\"1\"]",
        "[\"buy\",\"0\",\"1\"]",
        "7",
        "{}",
        "[\"buy\",\"1.1\",\"1",
      })
  void aChangeThatCannotBeReadMakesItsBookUnknown(String change) {
    send(update("[\"buy\",\"1.1\",\"5\"]"));
    send(update(change));
    assertThat(status().rejected()).isEqualTo(1);
    assertThat(sink.deltas).hasSize(1);
    assertThat(sink.lost).containsExactly(FOO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|not-json",
        "hello|not-json",
        "{\"type\":\"match\"|not-json",
        "{\"type\":\"match\"} x|not-json",
        "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]|not-json",
        "{\"type\":\"match\",\"type\":\"match\"}|not-json",
        "[]|missing-field",
        "null|missing-field",
        "{\"type\":5}|bad-field",
        "{\"type\":\"surprise\"}|unknown-type",
        "{\"type\":\"error\",\"message\":\"no\"}|venue-error",
        "{\"type\":\"match\"}|missing-field",
      })
  void rubbishIsCountedWithItsReasonAndNothingElse(String text, String reason) {
    send(text);
    assertThat(status().reasons()).containsOnlyKeys(reason);
    assertThat(sink.trades).isEmpty();
    assertThat(sink.lost).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,bad-time",
    "2200-01-01T00:00:00Z,bad-time",
    "2023-03-04T05:16:07Z,bad-time",
    "+999999999-01-01T00:00:00Z,bad-time",
    "yesterday,bad-time",
  })
  void aTimeThatCannotBeTrueIsRejected(String time, String reason) {
    send(match("match", 41, "sell", "0.5", "12").replace(TIME, time));
    assertThat(status().reasons()).containsOnlyKeys(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "FOO-,bad-symbol",
    "FOO,bad-symbol",
    "FOO-E UR,bad-symbol",
    "THISISAVERYLONGBASEASSETNAME-THISISALONGQUOTE,bad-symbol",
  })
  void aNameThatIsNoPairIsRejected(String product, String reason) {
    send(match("match", 41, "sell", "0.5", "12").replace("FOO-EUR", product));
    assertThat(status().reasons()).containsOnlyKeys(reason);
  }

  @Test
  void aFrameOfSixteenMegabytesIsNotLookedAt() {
    send("{\"type\":\"match\",\"x\":\"" + "a".repeat(16 << 20) + "\"}");
    send("[" + "1,".repeat(3 << 20) + "1]");
    assertThat(status().reasons()).containsEntry("too-large", 1L);
    assertThat(status().rejected()).isEqualTo(2);
  }

  @Test
  void aFrameReceivedIn1970IsRejected() {
    intake.accept(new Frame(URL, match("match", 41, "sell", "0.5", "12"), 5));
    assertThat(status().reasons()).containsOnlyKeys("bad-time");
  }

  private void send(String text) {
    intake.accept(new Frame(URL, text, NOW));
  }

  private FeedStatus status() {
    return meter.status();
  }

  private static String match(String type, int id, String side, String size, String price) {
    return ("{\"type\":\"%s\",\"trade_id\":%d,\"side\":\"%s\",\"size\":\"%s\",\"price\":\"%s\","
            + "\"product_id\":\"FOO-EUR\",\"time\":\"%s\"}")
        .formatted(type, id, side, size, price, TIME);
  }

  private static String update(String changes) {
    return "{\"type\":\"l2update\",\"product_id\":\"FOO-EUR\",\"changes\":[%s],\"time\":\"%s\"}"
        .formatted(changes, TIME);
  }
}

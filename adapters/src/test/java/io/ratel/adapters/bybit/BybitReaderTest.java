package io.ratel.adapters.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.RecordingSink;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.Frame;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BybitReaderTest {
  private static final String URL = "wss://stream.bybit.com/v5/public/spot";
  private static final long NOW = 1_677_906_368_000_000_000L;
  private static final long TIME_NS = 1_677_906_367_123_000_000L;
  private static final Symbol BTC = Symbol.of("BYBIT:BTC-USDT");

  private final RecordingSink sink = new RecordingSink();
  private final FeedMeter meter = new FeedMeter("BYBIT");
  private final FeedIntake intake = new FeedIntake(new BybitReader("BYBIT"), sink, meter);

  @Test
  void tradesNameTheTakersSide() {
    send(
        "{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1677906367200,"
            + "\"data\":[{\"T\":1677906367123,\"s\":\"BTCUSDT\",\"S\":\"Sell\",\"v\":\"0.5\","
            + "\"p\":\"100.25\","
            + "\"i\":\"a-b\",\"BT\":false}]}");
    assertThat(sink.trades)
        .containsExactly(
            new Trade(new Market(BTC, 2, 1), "a-b", 10025, 5, Side.SELL, TIME_NS, NOW));
  }

  @Test
  void theBestLevelIsAQuoteAndAChangeOfItIsNone() {
    send(book(1, "snapshot", 5, 50));
    send(book(1, "delta", 6, 60));
    assertThat(sink.quotes)
        .containsExactly(new Quote(new Market(BTC, 0, 0), 99, 5, 101, 5, TIME_NS, NOW));
    assertThat(sink.snapshots).isEmpty();
  }

  @Test
  void aChangeHasTheNumberThatFollowsTheLast() {
    send(book(200, "snapshot", 5, 50));
    send(book(200, "delta", 6, 60));
    send(book(200, "delta", 6, 60));
    assertThat(sink.deltas).hasSize(1);
    assertThat(sink.lost).isEmpty();
    send(book(200, "delta", 8, 80));
    assertThat(sink.lost).containsExactly(BTC);
    send(book(200, "delta", 9, 90));
    assertThat(sink.deltas).hasSize(1);
    send(book(200, "snapshot", 5, 50)); // from before
    assertThat(sink.snapshots).hasSize(1);
    send(book(200, "snapshot", 10, 100));
    send(book(200, "delta", 11, 110));
    assertThat(sink.snapshots).hasSize(2);
    assertThat(sink.deltas).hasSize(2);
  }

  @Test
  void aServiceThatStartsAnewCountsFromOneAndItsCrossNumberGrows() {
    send(book(200, "snapshot", 500, 50));
    send(book(200, "snapshot", 1, 60));
    assertThat(sink.lost).as("so that a smaller number is taken").containsExactly(BTC);
    assertThat(sink.snapshots).hasSize(2);
    send(book(200, "delta", 2, 70));
    assertThat(sink.deltas).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|not-json",
        "{}|missing-field",
        "{\"success\":false,\"ret_msg\":\"no such topic\",\"op\":\"subscribe\"}|venue-error",
        "{\"topic\":\"surprise.BTCUSDT\",\"data\":[]}|unknown-type",
        "{\"topic\":\"publicTrade.BTCXYZ\",\"data\":[]}|bad-symbol",
        "{\"topic\":\"publicTrade.BTCUSDT\",\"data\":{}}|bad-field",
        "{\"topic\":\"orderbook.50.BTCUSDT\",\"type\":\"x\"}|missing-field",
      })
  void rubbishIsCountedWithItsReason(String text, String reason) {
    send(text);
    assertThat(meter.status().reasons()).containsOnlyKeys(reason);
  }

  @Test
  void answersAreNotRejected() {
    send("{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"a\",\"op\":\"ping\"}");
    send("{\"success\":true,\"ret_msg\":\"\",\"conn_id\":\"a\",\"op\":\"subscribe\"}");
    send("{\"topic\":\"tickers.BTCUSDT\",\"type\":\"snapshot\",\"data\":{}}");
    assertThat(meter.status().rejected()).isZero();
  }

  private static String book(int depth, String type, long update, long cross) {
    return ("{\"topic\":\"orderbook.%d.BTCUSDT\",\"type\":\"%s\",\"ts\":1677906367123,\"data\":{"
            + "\"s\":\"BTCUSDT\",\"b\":[[\"99\",\"5\"]],\"a\":[[\"101\",\"5\"]],"
            + "\"u\":%d,\"seq\":%d}}")
        .formatted(depth, type, update, cross);
  }

  private void send(String text) {
    intake.accept(new Frame(URL, text, NOW));
  }
}

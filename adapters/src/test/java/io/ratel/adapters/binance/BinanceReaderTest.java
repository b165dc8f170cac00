package io.ratel.adapters.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.RecordingSink;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
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

final class BinanceReaderTest {
  private static final String SOCKET = "wss://stream.binance.us:9443/stream?streams=foousdt@depth";
  private static final String DEPTH =
      "https://api.binance.us/api/v3/depth?symbol=FOOUSDT&limit=1000";
  private static final long NOW = 1_677_906_368_000_000_000L;
  private static final long TIME_MS = 1_677_906_367_123L;
  private static final long TIME_NS = TIME_MS * 1_000_000;

  private final RecordingSink sink = new RecordingSink();
  private final FeedMeter meter = new FeedMeter("BINANCE-US");
  private final FeedIntake intake = new FeedIntake(new BinanceReader("BINANCE_US"), sink, meter);

  @Test
  void whenTheBuyerWasTheMakerTheTakerSold() {
    send(trade("aggTrade", "a", 7, "FOOUSDT", true));
    send(trade("aggTrade", "a", 8, "FOOUSDT", false));
    Market market = new Market(Symbol.of("BINANCE-US:FOO-USDT"), 2, 1);
    assertThat(sink.trades)
        .containsExactly(
            new Trade(market, "7", 125, 15, Side.SELL, TIME_NS, NOW),
            new Trade(market, "8", 125, 15, Side.BUY, TIME_NS, NOW));
  }

  @Test
  void ofTwoKindsOfTradesOnlyTheFirstCounts() {
    send(trade("trade", "t", 70, "FOOUSDT", true));
    send(trade("aggTrade", "a", 7, "FOOUSDT", true));
    send(trade("aggTrade", "a", 9, "BARBTC", true));
    assertThat(sink.trades).extracting(Trade::id).containsExactly("70", "9");
    assertThat(meter.status().rejected()).isZero();
  }

  @Test
  void combinedAndPlainStreamsAreTheSame() {
    String quote =
        "{\"u\":5,\"s\":\"FOOUSDT\",\"b\":\"1.20\",\"B\":\"3\",\"a\":\"1.3\",\"A\":\"4\"}";
    send("{\"stream\":\"foousdt@bookTicker\",\"data\":" + quote + "}");
    send(quote);
    Market market = new Market(Symbol.of("BINANCE-US:FOO-USDT"), 1, 0);
    Quote expected = new Quote(market, 12, 3, 13, 4, NOW, NOW);
    assertThat(sink.quotes).containsExactly(expected, expected);
  }

  @Test
  void aBookIsTheAnswerToARequestAndNumberedChanges() {
    answer(DEPTH, "{\"lastUpdateId\":90,\"bids\":[[\"1.1\",\"2.0\"]],\"asks\":[]}");
    send(depth(91, 93, "[[\"1.15\",\"0.5\"]]", "[[\"1.2\",\"0.0\"]]"));
    assertThat(sink.snapshots.get(0).sequence()).isEqualTo(90);
    assertThat(sink.snapshots.get(0).bids()).containsExactly(new Level(11, 2));
    assertThat(sink.deltas.get(0).firstSequence()).isEqualTo(91);
    assertThat(sink.deltas.get(0).lastSequence()).isEqualTo(93);
    assertThat(sink.deltas.get(0).bids()).containsExactly(new Level(115, 5));
    assertThat(sink.deltas.get(0).asks()).containsExactly(new Level(120, 0));
  }

  @Test
  void theVenuesOwnListingSaysWhatAPairIs() {
    send(trade("trade", "t", 1, "FOOBARQ", true));
    answer(
        "https://api.binance.us/api/v3/exchangeInfo",
        "{\"symbols\":[{\"symbol\":\"FOOBARQ\",\"baseAsset\":\"FOO\",\"quoteAsset\":\"BARQ\"}]}");
    send(trade("trade", "t", 2, "FOOBARQ", true));
    assertThat(sink.trades)
        .extracting(made -> made.market().symbol().text())
        .containsExactly("BINANCE-US:FOO-BARQ");
    assertThat(meter.status().reasons()).containsOnlyKeys("bad-symbol");
  }

  @ParameterizedTest
  @CsvSource({
    "NKNUSDT,NKN-USDT",
    "BLZETH,BLZ-ETH",
    "LRCBTC,LRC-BTC",
    "RUNEEUR,RUNE-EUR",
    "BTCBUSD,BTC-BUSD",
    "BTCUSD,BTC-USD",
    "USDCUSDT,USDC-USDT",
    "XBTUSDT,BTC-USDT",
    "1INCHTUSD,1INCH-TUSD",
    "BTCFDUSD,BTC-FDUSD",
  })
  void pairsAreSplitByTheLongestKnownQuote(String name, String pair) {
    send(trade("trade", "t", 1, name, true));
    assertThat(sink.trades.get(0).market().symbol().text()).isEqualTo("BINANCE-US:" + pair);
  }

  @Test
  void whatIsKnownAndOfNoInterestIsNotRejected() {
    send("{\"result\":null,\"id\":1}");
    send("{\"stream\":\"foousdt@kline_1m\",\"data\":{\"e\":\"kline\",\"s\":\"FOOUSDT\",\"k\":{}}}");
    assertThat(meter.status().frames()).isEqualTo(2);
    assertThat(meter.status().rejected()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|not-json",
        "{\"stream\":\"x\"}|missing-field",
        "{\"stream\":\"x\",\"data\":7}|missing-field",
        "{\"e\":\"surprise\"}|unknown-type",
        "{\"error\":{\"code\":1,\"msg\":\"no\"}}|venue-error",
        "{\"e\":\"depthUpdate\",\"s\":\"FOOUSDT\",\"U\":5,\"u\":4}|bad-field",
        "{\"e\":\"depthUpdate\",\"s\":\"FOOUSDT\",\"U\":-1,\"u\":4}|bad-field",
        "{\"e\":\"depthUpdate\",\"s\":\"FOOUSDT\",\"U\":1e99,\"u\":4}|bad-field",
        "{\"e\":\"depthUpdate\",\"s\":\"../etc\",\"U\":1,\"u\":4}|bad-symbol",
        "{\"e\":\"depthUpdate\",\"s\":\"FOO\",\"U\":1,\"u\":4}|bad-symbol",
      })
  void rubbishIsCountedWithItsReasonAndNothingElse(String text, String reason) {
    send(text);
    assertThat(meter.status().reasons()).containsOnlyKeys(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"1.1\",\"-2\"]]",
        "[[\"NaN\",\"2\"]]",
        "[[\"1.1\"]]",
        "[[1e999999999,\"1\"]]",
        "[[{},\"1\"]]",
        "[7]",
        "{}",
      })
  void aChangeThatCannotBeReadIsRejectedWhole(String bids) {
    send(depth(1, 2, bids, "[[\"1.2\",\"1\"]]"));
    assertThat(meter.status().rejected()).isEqualTo(1);
    assertThat(sink.deltas).isEmpty();
  }

  @Test
  void numbersWithoutQuotesKeepTheirDigits() {
    send(depth(1, 2, "[[0.10,12345678901.5]]", "[]"));
    assertThat(sink.deltas.get(0).bids()).containsExactly(new Level(1, 123_456_789_015L));
  }

  @ParameterizedTest
  @CsvSource({
    "wss://stream.binance.com:9443/stream?streams=a@trade,true",
    "https://api.binance.us/api/v3/depth?symbol=A,true",
    "wss://fstream.binance.com/stream,false",
    "wss://stream.binance.com.evil.example/stream,false",
    "wss://ws.kraken.com,false",
  })
  void recognisesItsOwnUrls(String url, boolean known) {
    assertThat(BinanceReader.reads(url)).isEqualTo(known);
  }

  private void send(String text) {
    intake.accept(new Frame(SOCKET, text, NOW));
  }

  private void answer(String url, String text) {
    intake.accept(new Frame(url, text, NOW));
  }

  private static String trade(String kind, String idField, int id, String name, boolean maker) {
    return ("{\"e\":\"%s\",\"E\":%d,\"s\":\"%s\",\"%s\":%d,\"p\":\"1.2500\",\"q\":\"1.50\","
            + "\"T\":%d,\"m\":%s}")
        .formatted(kind, TIME_MS + 5, name, idField, id, TIME_MS, maker);
  }

  private static String depth(int first, int last, String bids, String asks) {
    return "{\"e\":\"depthUpdate\",\"E\":%d,\"s\":\"FOOUSDT\",\"U\":%d,\"u\":%d,\"b\":%s,\"a\":%s}"
        .formatted(TIME_MS, first, last, bids, asks);
  }
}

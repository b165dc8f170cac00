package io.ratel.adapters.okx;

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
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OkxReaderTest {
  private static final String URL = "wss://ws.okx.com:8443/ws/v5/public";
  private static final long NOW = 1_677_906_368_000_000_000L;
  private static final long TIME_NS = 1_677_906_367_123_000_000L;
  private static final Symbol SWAP = Symbol.of("OKX:BTC-USD-SWAP");

  private final RecordingSink sink = new RecordingSink();
  private final FeedMeter meter = new FeedMeter("OKX");
  private final FeedIntake intake = new FeedIntake(new OkxReader("OKX"), sink, meter);

  @Test
  void tradesAndTickersOfContractsToo() {
    send(
        channel(
            "trades",
            "{\"instId\":\"BTC-USD-SWAP\",\"tradeId\":\"9\",\"px\":\"30218.8\",\"sz\":\"12\","
                + "\"side\":\"sell\",\"ts\":\"1677906367123\"}"));
    send(
        channel(
            "tickers",
            "{\"bidPx\":\"30218.5\",\"bidSz\":\"3\",\"askPx\":\"\",\"askSz\":\"\","
                + "\"ts\":\"1677906367123\"}"));
    Market market = new Market(SWAP, 1, 0);
    assertThat(sink.trades)
        .containsExactly(new Trade(market, "9", 302188, 12, Side.SELL, TIME_NS, NOW));
    assertThat(sink.quotes).containsExactly(new Quote(market, 302185, 3, 0, 0, TIME_NS, NOW));
  }

  @Test
  void eachChangeNamesTheOneBeforeIt() {
    send(book("snapshot", "[\"10\",\"1\",\"0\",\"1\"]", -1, 100));
    send(book("update", "[\"10\",\"2\",\"0\",\"1\"]", 100, 104));
    send(book("update", "", 104, 104)); // nothing happened for a minute
    send(book("update", "[\"11\",\"5\",\"0\",\"1\"]", 104, 105));
    assertThat(sink.deltas).hasSize(2);
    assertThat(sink.deltas.get(1).lastSequence()).isEqualTo(105);
    assertThat(sink.lost).isEmpty();
    send(book("update", "[\"11\",\"6\",\"0\",\"1\"]", 107, 108));
    assertThat(sink.lost).containsExactly(SWAP);
    assertThat(status().reasons()).containsOnlyKeys("out-of-order");
    send(book("update", "[\"11\",\"7\",\"0\",\"1\"]", 108, 109));
    assertThat(sink.deltas).as("changes of a book in doubt").hasSize(2);
    send(book("snapshot", "[\"12\",\"1\",\"0\",\"1\"]", -1, 110));
    assertThat(sink.snapshots).hasSize(2);
  }

  @Test
  void aVenueThatCountsAnewIsAskedForTheWholeBook() {
    send(book("snapshot", "[\"10\",\"1\",\"0\",\"1\"]", -1, 100));
    send(book("update", "[\"10\",\"2\",\"0\",\"1\"]", 100, 3));
    assertThat(sink.lost).containsExactly(SWAP);
  }

  @Test
  void theChecksumIsOverBidsAndAsksInTurn() {
    String levels =
        "\"bids\":[[\"3366.1\",\"7\",\"0\",\"3\"],[\"3366\",\"6\",\"3\",\"4\"]],"
            + "\"asks\":[[\"3366.8\",\"9\",\"10\",\"3\"],[\"3368\",\"8\",\"3\",\"4\"]]";
    CRC32 sum = new CRC32();
    sum.update("3366.1:7:3366.8:9:3366:6:3368:8".getBytes(StandardCharsets.US_ASCII));
    send(summed(levels, (int) sum.getValue()));
    assertThat(sink.snapshots.getFirst().asks())
        .containsExactly(new Level(33668, 9), new Level(33680, 8));
    send(summed(levels, (int) sum.getValue() + 1));
    assertThat(status().reasons()).containsOnlyKeys("bad-checksum");
    assertThat(sink.lost).containsExactly(SWAP);
  }

  private static String summed(String levels, int checksum) {
    return ("{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USD-SWAP\"},\"action\":\"snapshot\","
            + "\"data\":[{%s,\"ts\":\"1677906367123\",\"checksum\":%d}]}")
        .formatted(levels, checksum);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|not-json",
        "{}|missing-field",
        "{\"event\":\"surprise\"}|unknown-type",
        "{\"event\":\"error\",\"code\":\"60018\",\"msg\":\"no such channel\"}|venue-error",
        "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC\"},\"data\":[]}|bad-symbol",
        "{\"arg\":{\"channel\":\"surprise\",\"instId\":\"BTC-USDT\"},\"data\":[]}|unknown-type",
        "{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"},\"data\":7}|bad-field",
        "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},\"data\":[{}]}|missing-field",
      })
  void rubbishIsCountedWithItsReason(String text, String reason) {
    send(text);
    assertThat(status().reasons()).containsOnlyKeys(reason);
    assertThat(sink.trades).isEmpty();
  }

  @Test
  void whatIsKnownAndOfNoInterestIsNotRejected() {
    send("pong");
    send("{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"soon\"}");
    send("{\"arg\":{\"channel\":\"candle1m\",\"instId\":\"BTC-USDT\"},\"data\":[[\"1\"]]}");
    assertThat(status().rejected()).isZero();
  }

  private static String channel(String name, String data) {
    return "{\"arg\":{\"channel\":\"%s\",\"instId\":\"BTC-USD-SWAP\"},\"data\":[%s]}"
        .formatted(name, data);
  }

  private static String book(String action, String bid, long previous, long sequence) {
    return ("{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USD-SWAP\"},\"action\":\"%s\","
            + "\"data\":[{\"bids\":[%s],\"asks\":[],\"ts\":\"1677906367123\",\"checksum\":0,"
            + "\"prevSeqId\":%d,\"seqId\":%d}]}")
        .formatted(action, bid, previous, sequence);
  }

  private void send(String text) {
    intake.accept(new Frame(URL, text, NOW));
  }

  private FeedStatus status() {
    return meter.status();
  }
}

package io.ratel.adapters.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.RecordingSink;
import io.ratel.adapters.venue.format.TextBook;
import io.ratel.adapters.venue.format.TextBook.TextLevel;
import io.ratel.marketdata.book.Gap;
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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KrakenReaderTest {
  private static final String URL = "wss://ws.kraken.com";
  private static final Symbol PAIR = Symbol.of("KRAKEN:BTC-USD");

  /** 2023-03-04T05:06:08Z. */
  private static final long NOW = 1_677_906_368_000_000_000L;

  private static final String TIME = "1677906367.123456";
  private static final long TIME_NS = 1_677_906_367_123_456_000L;

  private static final String SNAPSHOT = snapshot(level("10.2", "1"), level("10.1", "2"));

  private final RecordingSink sink = new RecordingSink();
  private final FeedMeter meter = new FeedMeter("KRAKEN");
  private final FeedIntake intake = new FeedIntake(new KrakenReader("KRAKEN"), sink, meter);

  @Test
  void tradesOfOneFrameComeInSequenceAndAreNamedByTheirTime() {
    String both = trade("5541.20000", "0.15850568", "s") + "," + trade("5541.3", "2", "b");
    send(channel("[" + both + "]", "trade"));
    Market market = new Market(PAIR, 1, 8);
    assertThat(sink.trades)
        .containsExactly(
            new Trade(market, TIME_NS + "-1", 55412, 15_850_568, Side.SELL, TIME_NS, NOW),
            new Trade(market, TIME_NS + "-2", 55413, 200_000_000, Side.BUY, TIME_NS, NOW));
  }

  @Test
  void spreadsAndTickersAreQuotes() {
    send(channel("[\"5698.4\",\"5700\",\"" + TIME + "\",\"1.5\",\"0.25\"]", "spread"));
    send(channel("[\"5698.4\",\"5700\",\"" + TIME + "\"]", "spread"));
    send(
        channel(
            "{\"a\":[\"5701.0\",1,\"1.25\"],\"b\":[\"5699.5\",0,\"0.5\"],\"c\":[\"5700\",\"1\"]}",
            "ticker"));
    Market market = new Market(PAIR, 1, 2);
    assertThat(sink.quotes)
        .containsExactly(
            new Quote(market, 56984, 150, 57000, 25, TIME_NS, NOW),
            new Quote(market, 56984, 0, 57000, 0, TIME_NS, NOW),
            new Quote(market, 56995, 50, 57010, 125, NOW, NOW));
  }

  @Test
  void aChangeOfBothSidesInOneObjectOrTwoIsOneChange() {
    send(SNAPSHOT);
    String twoObjects = "{\"a\":[" + level("10.3", "4") + "]},{\"b\":[" + level("10.1", "0") + "]}";
    send(channel(twoObjects, "book-10"));
    send(bid("10.0", "7", sum("102", "1", "103", "4", "100", "7")));
    assertThat(status().reasons()).isEmpty();
    assertThat(sink.snapshots.getFirst().bids()).containsExactly(new Level(101, 2));
    assertThat(sink.deltas.get(0).asks()).containsExactly(new Level(103, 4));
    assertThat(sink.deltas.get(0).bids()).containsExactly(new Level(101, 0));
    assertThat(sink.deltas.get(1).bids()).containsExactly(new Level(100, 7));
    assertThat(sink.deltas.get(1).exchangeTimeNs()).isEqualTo(TIME_NS);
  }

  @Test
  void theSumIsOverTheDigitsAsTheyWereSentZerosAtTheEndIncluded() {
    send(snapshot(level("0.05005", "0.00000500"), level("0.05000", "0.00000500")));
    // 0.05005 and 0.00000500 are 5005 and 500; a quantity that is changed is summed anew.
    send(bid("0.05000", "1.10", sum("5005", "500", "5000", "110")));
    assertThat(status().rejected()).isZero();
    assertThat(sink.deltas).hasSize(1);
  }

  @Test
  void theTenBestLevelsMakeThePublishedSum() {
    // The example of the venue's guide: prices 0.00005 apart but for a gap at 0.04985.
    TextBook book = new TextBook(1_000);
    List<TextLevel> levels = new ArrayList<>();
    for (int i = 0; i < 12; i++) { // the eleventh and twelfth do not count
      levels.add(new TextLevel(Side.SELL, "0.0" + (5005 + 5 * i), "0.00000500"));
      levels.add(
          new TextLevel(Side.BUY, "0.0" + (i < 3 ? 5000 - 5 * i : 4995 - 5 * i), "0.00000500"));
    }
    book.apply(levels);
    assertThat(KrakenChecksum.of(book)).isEqualTo(974_947_235L);
  }

  @Test
  void aWrongSumIsCountedAndPutsTheBookInDoubtUntilTheNextSnapshot() {
    send(SNAPSHOT);
    send(bid("10.0", "7", "1"));
    assertThat(status().reasons()).containsOnlyKeys("bad-checksum");
    assertThat(sink.lost).containsExactly(PAIR);
    assertThat(sink.causes).containsExactly(Gap.Cause.CHECKSUM);
    assertThat(sink.deltas).isEmpty();
    send(bid("10.0", "8", sum("102", "1", "100", "8")));
    assertThat(sink.deltas).as("changes of a book in doubt").isEmpty();
    send(snapshot(level("10.2", "1"), ""));
    send(bid("10.0", "8", sum("102", "1", "100", "8")));
    assertThat(sink.deltas).hasSize(1);
  }

  @Test
  void levelsBeyondTheDepthFallOutWithoutAWordFromTheVenue() {
    StringBuilder asks = new StringBuilder(level("10.0", "1"));
    for (int i = 1; i < 10; i++) {
      asks.append(',').append(level("10." + i, "1"));
    }
    send(snapshot(asks.toString(), ""));
    send(channel("{\"a\":[" + level("9.9", "3") + "]}", "book-10"));
    assertThat(sink.deltas.getFirst().asks()).containsExactly(new Level(99, 3), new Level(109, 0));
  }

  @Test
  void whatIsKnownAndOfNoInterestIsNotRejected() {
    send("{\"event\":\"heartbeat\"}");
    send("{\"connectionID\":1,\"event\":\"systemStatus\",\"status\":\"online\",\"version\":\"1\"}");
    send(
        "{\"channelID\":7,\"channelName\":\"trade\",\"event\":\"subscriptionStatus\","
            + "\"pair\":\"XBT/USD\",\"status\":\"subscribed\"}");
    send(channel("[\"1\",\"2\",\"3\"]", "ohlc-5"));
    send("[[{\"T1\":{}}],\"ownTrades\",{\"sequence\":1}]");
    assertThat(status().frames()).isEqualTo(5);
    assertThat(status().rejected()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":[[\"10.1\",\"-1\",\"" + TIME + "\"]]}",
        "{\"b\":[[\"10.1\",\"NaN\",\"" + TIME + "\"]]}",
        "{\"b\":[[\"0\",\"1\",\"" + TIME + "\"]]}",
        "{\"b\":[[\"10.1\",\"1\"]]}",
        "{\"b\":[[\"10.1\",\"1\",\"yesterday\"]]}",
        "{\"b\":7}",
        "{\"x\":[]}",
        "{}",
        "7",
        "{\"b\":[[\"10.1\",",
      })
  void aChangeThatCannotBeReadMakesItsBookUnknown(String change) {
    send(SNAPSHOT);
    send(channel(change, "book-10"));
    assertThat(status().rejected()).isEqualTo(1);
    assertThat(sink.deltas).isEmpty();
    assertThat(sink.lost).containsExactly(PAIR);
  }

  @Test
  void aLostConnectionLosesItsBooks() {
    send(snapshot(level("10.2", "1"), ""));
    intake.disconnected();
    assertThat(sink.lost).containsExactly(PAIR);
    assertThat(sink.causes).containsExactly(Gap.Cause.DISCONNECTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|not-json",
        "hello|not-json",
        "[1,2|not-json",
        "null|missing-field",
        "{\"event\":5}|bad-field",
        "{\"event\":\"surprise\"}|unknown-type",
        "{\"event\":\"subscriptionStatus\",\"status\":\"error\"}|venue-error",
        "{\"event\":\"error\",\"errorMessage\":\"Malformed request\"}|venue-error",
        "[1]|bad-field",
        "[1,[],\"surprise\",\"XBT/USD\"]|unknown-type",
        "[1,[],\"trade\",\"XBTUSD\"]|bad-symbol",
        "[1,[],\"trade\",\"XBT/\"]|bad-symbol",
        "[1,{},\"trade\",\"XBT/USD\"]|bad-field",
        "[1,[[\"1\",\"2\",\"1677906367.1\"]],\"trade\",\"XBT/USD\"]|bad-field",
        "[1,[[\"1\",\"2\",\"1677906367.1\",\"x\"]],\"trade\",\"XBT/USD\"]|bad-field",
        "[1,[[\"0\",\"2\",\"1677906367.1\",\"b\"]],\"trade\",\"XBT/USD\"]|bad-number",
        "[1,[[\"1\",\"2\",\"5\",\"b\"]],\"trade\",\"XBT/USD\"]|bad-time",
        "[1,[\"1\"],\"spread\",\"XBT/USD\"]|bad-field",
        "[1,{\"a\":[\"1\"],\"b\":[\"1\"]},\"ticker\",\"XBT/USD\"]|bad-field",
        "[1,{\"a\":[\"1\",1,\"1\"]},\"ticker\",\"XBT/USD\"]|missing-field",
      })
  void rubbishIsCountedWithItsReasonAndNothingElse(String text, String reason) {
    send(text);
    assertThat(status().reasons()).containsOnlyKeys(reason);
    assertThat(sink.trades).isEmpty();
    assertThat(sink.quotes).isEmpty();
    assertThat(sink.lost).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "wss://ws.kraken.com,true",
    "wss://ws.kraken.com/,true",
    "wss://ws-auth.kraken.com,true",
    "https://api.kraken.com/0/public/AssetPairs,true",
    "wss://ws.kraken.com/v2,false",
    "wss://ws.kraken.com.example.com,false",
    "wss://futures.kraken.com/ws/v1,false",
  })
  void theFirstVersionOfTheFeedIsKnownByItsAddress(String url, boolean known) {
    assertThat(KrakenReader.reads(url)).isEqualTo(known);
  }

  private void send(String text) {
    intake.accept(new Frame(URL, text, NOW));
  }

  private FeedStatus status() {
    return meter.status();
  }

  private static String channel(String payload, String name) {
    return "[42," + payload + ",\"" + name + "\",\"XBT/USD\"]";
  }

  private static String snapshot(String asks, String bids) {
    return channel("{\"as\":[" + asks + "],\"bs\":[" + bids + "]}", "book-10");
  }

  private static String bid(String price, String volume, String sum) {
    return channel("{\"b\":[" + level(price, volume) + "],\"c\":\"" + sum + "\"}", "book-10");
  }

  private static String level(String price, String volume) {
    return "[\"" + price + "\",\"" + volume + "\",\"" + TIME + "\"]";
  }

  private static String trade(String price, String volume, String side) {
    return "[\"" + price + "\",\"" + volume + "\",\"" + TIME + "\",\"" + side + "\",\"l\",\"\"]";
  }

  private static String sum(String... digits) {
    CRC32 sum = new CRC32();
    sum.update(String.join("", digits).getBytes(StandardCharsets.US_ASCII));
    return Long.toString(sum.getValue());
  }
}

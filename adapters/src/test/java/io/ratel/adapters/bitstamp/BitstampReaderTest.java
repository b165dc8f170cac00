package io.ratel.adapters.bitstamp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.RecordingSink;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.Frame;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BitstampReaderTest {
  private static final String SOCKET = "wss://ws.bitstamp.net/";
  private static final String BOOK = "https://www.bitstamp.net/api/v2/order_book/btcusd/";
  private static final long SECOND = 1_677_906_367L;
  private static final long NOW = 1_677_906_368_000_000_000L;
  private static final Symbol BTC = Symbol.of("BITSTAMP:BTC-USD");

  private final RecordingSink sink = new RecordingSink();
  private final FeedMeter meter = new FeedMeter("BITSTAMP");
  private final FeedIntake intake = new FeedIntake(new BitstampReader("BITSTAMP"), sink, meter);

  @Test
  void aTradesDigitsAreThoseOfItsTexts() {
    send(
        "{\"data\":{\"id\":7,\"timestamp\":\"1677906367\",\"amount\":0.5,"
            + "\"amount_str\":\"0.50000000\","
            + "\"price\":20000.1,\"price_str\":\"20000.1\",\"type\":1,"
            + "\"microtimestamp\":\"1677906367000123\"},\"channel\":\"live_trades_btcusd\","
            + "\"event\":\"trade\"}");
    assertThat(sink.trades)
        .containsExactly(
            new Trade(
                new Market(BTC, 1, 1),
                "7",
                200001,
                5,
                Side.SELL,
                SECOND * 1_000_000_000 + 123_000,
                NOW));
  }

  @Test
  void theAnswerIsPutBeforeTheNewerOfTheChangesThatCameMeanwhile() {
    send(change(1, "10", "1"));
    send(change(3, "10", "3"));
    assertThat(sink.deltas).as("before the book is known").isEmpty();
    answer(whole(2, "[\"10\",\"2\"],[\"9\",\"9\"]"));
    assertThat(sink.snapshots.getFirst().bids()).containsExactly(new Level(10, 3), new Level(9, 9));
    assertThat(sink.snapshots.getFirst().sequence()).isEqualTo(SECOND * 1_000_000 + 3);
    send(change(4, "9", "0"));
    assertThat(sink.deltas.getFirst().bids()).containsExactly(new Level(9, 0));
  }

  @Test
  void anAnswerFromBeforeTheFirstChangeIsOfNoUse() {
    send(change(5, "10", "1"));
    answer(whole(4, "[\"10\",\"2\"]"));
    assertThat(sink.snapshots).isEmpty();
    answer(whole(5, "[\"10\",\"1\"]"));
    assertThat(sink.snapshots).hasSize(1);
  }

  @Test
  void changesOlderThanTheAnswerAreInIt() {
    answer(whole(9, "[\"10\",\"2\"]"));
    send(change(7, "10", "5"));
    send(change(8, "10", "6"));
    assertThat(sink.deltas).isEmpty();
    send(change(10, "10", "7"));
    assertThat(sink.deltas).hasSize(1);
    assertThat(meter.status().rejected()).isZero();
  }

  @Test
  void aChangeThatComesLateMakesTheBookUnknownUntilTheNextAnswer() {
    answer(whole(1, "[\"10\",\"2\"]"));
    send(change(3, "10", "3"));
    send(change(2, "9", "1"));
    assertThat(sink.lost).containsExactly(BTC);
    assertThat(meter.status().reasons()).containsOnlyKeys("out-of-order");
    send(change(4, "8", "4"));
    assertThat(sink.deltas).hasSize(1);
    answer(whole(2, "[\"10\",\"2\"],[\"9\",\"1\"]"));
    assertThat(sink.snapshots.getLast().bids())
        .containsExactly(new Level(10, 3), new Level(9, 1), new Level(8, 4));
  }

  @ParameterizedTest
  @CsvSource({"usdtusd,USDT-USD", "btcusdt,BTC-USDT", "xrpgbp,XRP-GBP", "usdcusdt,USDC-USDT"})
  void aMarketsNameIsSplitByWhatIsPaidWithThere(String name, String pair) {
    intake.accept(new Frame(BOOK.replace("btcusd", name), whole(1, "[\"10\",\"2\"]"), NOW));
    assertThat(sink.snapshots.getFirst().market().symbol())
        .isEqualTo(Symbol.of("BITSTAMP:" + pair));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|not-json",
        "{}|missing-field",
        "{\"event\":\"surprise\"}|unknown-type",
        "{\"event\":\"bts:error\",\"data\":{\"code\":4009}}|venue-error",
        "{\"event\":\"data\",\"channel\":\"diff_order_book_btcusd\"}|bad-field",
        "{\"event\":\"data\",\"channel\":\"diff_order_book_btcusd\",\"data\":{}}|missing-field",
        "{\"event\":\"data\",\"channel\":\"surprise\",\"data\":{}}|unknown-type",
        "{\"event\":\"trade\",\"channel\":\"live_trades_btcxyz\",\"data\":{}}|bad-symbol",
      })
  void rubbishIsCountedWithItsReason(String text, String reason) {
    send(text);
    assertThat(meter.status().reasons()).containsOnlyKeys(reason);
  }

  private static String change(int micros, String price, String quantity) {
    return "{\"data\":%s,\"channel\":\"diff_order_book_btcusd\",\"event\":\"data\"}"
        .formatted(whole(micros, "[\"" + price + "\",\"" + quantity + "\"]"));
  }

  private static String whole(int micros, String bids) {
    return "{\"timestamp\":\"%d\",\"microtimestamp\":\"%d\",\"bids\":[%s],\"asks\":[]}"
        .formatted(SECOND, SECOND * 1_000_000 + micros, bids);
  }

  private void send(String text) {
    intake.accept(new Frame(SOCKET, text, NOW));
  }

  private void answer(String text) {
    intake.accept(new Frame(BOOK, text, NOW));
  }
}

package io.ratel.adapters.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.ToldSink;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TabularSourceTest {
  private static final Map<String, String> BAR =
      Map.of(
          "symbol", "code", "time", "date", "open", "o", "high", "h", "low", "l", "close", "c",
          "volume", "v");

  private final ToldSink told = new ToldSink();

  private static TabularSource table(
      Rows rows, Output output, Map<String, String> columns, String times, Interval interval) {
    return new TabularSource(
        new TabularSource.Table(
            "HOUSE",
            PolledRequest.get("table", URI.create("file:///tmp/table")),
            rows,
            output,
            new Columns(columns),
            TimeForm.of(times, ZoneId.of("Asia/Shanghai")),
            interval,
            Duration.ofHours(1)));
  }

  private static TabularSource days() {
    return table(new Rows.Csv(',', true), Output.BARS, BAR, "yyyyMMdd", Interval.DAY);
  }

  @Test
  void anExportOfDaysBecomesBars() throws Exception {
    told.tell(
        days(),
        0,
        "\uFEFFcode,date,o,h,l,c,v\r\n600000.SH,20240104,6.62,6.63,6.58,6.60,18000000\r\n\r\n"
            + "\"600000.SH\",20240105,6.60,6.72,6.60,6.71,31000000\r\n");

    assertThat(told.bars)
        .extracting(bar -> bar.market().symbol(), Bar::timeNs, Bar::close)
        .containsExactly(
            tuple(
                Symbol.of("HOUSE:600000-SH"),
                FeedTime.nanos(Instant.parse("2024-01-04T00:00:00Z")),
                660L),
            tuple(
                Symbol.of("HOUSE:600000-SH"),
                FeedTime.nanos(Instant.parse("2024-01-05T00:00:00Z")),
                671L));
  }

  /** As services answer that send columns once and rows as arrays. */
  @Test
  void rowsMayBeArraysAndColumnsPlaces() throws Exception {
    told.tell(
        table(
            new Rows.Json("/data/items"),
            Output.BARS,
            Map.of("symbol", "0", "time", "1", "open", "2", "high", "3", "low", "4", "close", "5"),
            "yyyyMMdd HH:mm",
            Interval.MINUTE),
        0,
        """
        {"code":0,"data":{"fields":["ts_code","trade_time"],
         "items":[["000001.SZ","20240105 10:30",9.27,9.28,9.26,9.275]]}}""");

    assertThat(told.bars.get(0).timeNs())
        .isEqualTo(FeedTime.nanos(Instant.parse("2024-01-05T02:30:00Z")));
  }

  @Test
  void constantsAndPointersAreColumnsToo() throws Exception {
    told.tell(
        table(
            new Rows.Json(""),
            Output.OBSERVATIONS,
            Map.of("name", "=cpi", "subject", "/area/code", "time", "at", "value", "v"),
            "iso",
            Interval.DAY),
        0,
        "[{\"area\":{\"code\":\"US\"},\"at\":\"2024-01-04\",\"v\":3.4}]");
    told.tell(
        table(
            new Rows.Json("/events"),
            Output.CALENDAR,
            Map.of(
                "id",
                "id",
                "time",
                "when",
                "title",
                "name",
                "area",
                "country",
                "importance",
                "impact",
                "forecast",
                "forecast"),
            "seconds",
            Interval.DAY),
        0,
        """
        {"events":[{"id":4,"when":1704807000,"name":"CPI","country":"US","impact":"High",
          "forecast":"3.2%"}]}""");

    assertThat(told.observations.get(0).key().toString()).isEqualTo("observation/HOUSE/cpi/US");
    assertThat(told.calendar.get(0).importance()).isEqualTo(3);
    assertThat(told.calendar.get(0).forecast()).isEqualTo("3.2%");
  }

  @Test
  void tradesQuotesAndNewsAreRows() throws Exception {
    told.tell(
        table(
            new Rows.Csv(';', false),
            Output.TRADES,
            Map.of(
                "symbol", "0", "time", "1", "id", "2", "price", "3", "quantity", "4", "side", "5"),
            "millis",
            Interval.DAY),
        0,
        "btc/usd;1704455555123;77;43210.5;0.25;Sell\n");
    told.tell(
        table(
            new Rows.Json(""),
            Output.QUOTES,
            Map.of("symbol", "=ACME", "time", "t", "bid", "b", "ask", "a"),
            "seconds",
            Interval.DAY),
        0,
        "[{\"t\":1704455555.5,\"b\":\"1.25\",\"a\":1.5}]");
    told.tell(
        table(
            new Rows.Json(""),
            Output.NEWS,
            Map.of("id", "id", "time", "t", "headline", "h", "link", "u", "symbol", "s"),
            "iso",
            Interval.DAY),
        0,
        """
        [{"id":"1","t":"2024-01-05T10:00:00+01:00","h":"Hello",
          "u":"javascript:x","s":"btc-usd"}]""");

    assertThat(told.trades.get(0).toString()).contains("HOUSE:BTC-USD", "77", "SELL");
    assertThat(told.quotes.get(0).market().formatPrice(told.quotes.get(0).ask())).isEqualTo("1.50");
    assertThat(told.news.get(0).link()).isEmpty();
    assertThat(told.news.get(0).symbols()).containsExactly(Symbol.of("BTC-USD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code,date,o,h,l,c,v\\nA,20240104,1,2,1|row 1",
        "code,date,o,h,l,c,v\\nA,20240104,1,2,1,1,1\\nA,20240105,1,2,3,1,1|row 2: a bar must",
        "code,date,o,h,l,c,v\\nA,20240199,1,2,1,1,1|row 1: a time must",
        "code,date,o,h,l,c,v\\nA,22000104,1,2,1,1,1|row 1: a time must",
        "code,date,o,h,l,c,v\\nA,20240104,1,NaN,1,1,1|row 1: price must be",
        "code,date,o,h,l,c,v\\nA,20240104,1,2,1,1,-1|row 1: quantity must not",
        "code,date,o,h,l,c,v\\n$$,20240104,1,2,1,1,1|row 1: a symbol",
        "code,date,o,h,l,c,v|no rows",
        "code,day,o,h,l,c,v\\nA,20240104,1,2,1,1,1|time is missing (column 'date')",
        "code,date,o,h,l,c,v\\nA,\"20240104|is not CSV",
      })
  void aTableWithOneWrongRowIsRefusedWholeAndTheRowNamed(String text, String said) {
    assertThatThrownBy(() -> told.tell(days(), 0, text.replace("\\n", "\n")))
        .isInstanceOf(RejectedFrameException.class)
        .hasMessageContaining(said);
    assertThat(told.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"rows\":{}}", "[]", "7", "", "[1,2"})
  void aDocumentWithoutTheArrayIsRefused(String text) {
    TabularSource source = table(new Rows.Json("/rows"), Output.BARS, BAR, "iso", Interval.DAY);

    assertThatThrownBy(() -> told.tell(source, 0, text)).isInstanceOf(RejectedFrameException.class);
  }

  @Test
  void aConfigurationThatCannotMakeRowsIsRefused() {
    assertThatThrownBy(
            () -> table(new Rows.Json(""), Output.BARS, Map.of("time", "t"), "iso", Interval.DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("symbol for bars");
    assertThatThrownBy(() -> new Rows.Json("rows")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TimeForm.of("YY-QQQQQQQ", ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.ratel.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long NOW = FakeExchange.TIME_NS + SECOND;
  private static final String OURS = "/v1/markets/BTC-USD/history/";
  private static final String THEIRS = "/v1/markets/TEST:BTC-USD/history/";
  private static final String ID = "drawn-by-the-client-1";
  private static final Market TEST = new Market(Symbol.of("TEST:BTC-USD"), 2, 4);

  private TestVenue venue;
  private TestClient anyone;
  private TestClient ann;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    anyone = venue.anyone();
    ann = venue.as(venue.ann);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private static Instant at(long secondsAgo) {
    return Instant.ofEpochSecond(0, NOW - secondsAgo * SECOND);
  }

  private void trades(Market market, int count) {
    for (int i = 0; i < count; i++) {
      long time = NOW - 100 * SECOND + i / 3 * SECOND;
      venue.history.trades.add(
          new Trade(market, Integer.toString(i), 100_00 + i, 1, Side.BUY, time, time + i));
    }
  }

  @Test
  void pagesOfTradesAreEachTradeOnceInEitherOrder() {
    trades(FakeMarkets.BTC_USD, 25);
    for (String order : List.of("asc", "desc")) {
      List<Integer> ids = new ArrayList<>();
      String cursor = "";
      do {
        Response page = anyone.get(OURS + "trades?limit=4&order=" + order + cursor);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        page.json().get("items").forEach(trade -> ids.add(trade.get("id").asInt()));
        assertThat(page.json().get("missing")).as("ours is whole").isEmpty();
        JsonNode next = page.json().get("next");
        cursor = next.isNull() ? "" : "&cursor=" + next.asText();
      } while (!cursor.isEmpty());
      assertThat(ids).hasSize(25).doesNotHaveDuplicates();
      assertThat(order.equals("asc") ? ids : ids.reversed()).isSorted();
    }
    assertThat(anyone.get(OURS + "trades?cursor=x").code()).isEqualTo("400 INVALID_FIELD");
    assertThat(anyone.get(OURS + "trades?order=up").code()).isEqualTo("400 INVALID_FIELD");
    assertThat(anyone.get(OURS + "trades?limit=5001").code()).isEqualTo("400 INVALID_FIELD");
    assertThat(anyone.get(OURS + "weather").code()).isEqualTo("404 UNKNOWN_ROUTE");
    assertThat(anyone.get("/v1/markets/NOPE/history/trades").code())
        .isEqualTo("404 UNKNOWN_MARKET");
    assertThat(anyone.get(OURS + "trades?from=" + at(5) + "&to=" + at(6)).code())
        .isEqualTo("400 INVALID_FIELD");
  }

  @Test
  void whatIsMissingIsNamedAndWhatIsTooOldIsGone() {
    trades(TEST, 3);
    String range = "?from=" + at(60) + "&to=" + at(30);
    Response page = anyone.get(THEIRS + "trades" + range);
    assertThat(page.at("missing"))
        .isEqualTo("[{\"from\":\"%s\",\"to\":\"%s\"}]".formatted(at(60), at(30)));
    assertThat(page.json().get("request").isNull()).isTrue();
    venue.history.keptFromNs = NOW - 50 * SECOND;
    Response gone = anyone.get(THEIRS + "trades" + range);
    assertThat(gone.code()).isEqualTo("410 MOMENT_NOT_RETAINED");
    assertThat(gone.at("error.rule")).contains("must be " + at(50) + " or later");
    assertThat(gone.at("error.field")).isEqualTo("from");
    assertThat(anyone.get(THEIRS + "trades?asOf=" + at(90)).at("error.field")).isEqualTo("asOf");
    assertThat(anyone.get("/v1/markets/BTC-USD/book?asOf=" + at(90)).code())
        .isEqualTo("410 MOMENT_NOT_RETAINED");
  }

  @Test
  void quotesAndBooksAreTheStoredOnes() {
    long time = NOW - 10 * SECOND;
    venue.history.quotes.add(new Quote(FakeMarkets.BTC_USD, 99_00, 0, 0, 0, time, time + SECOND));
    venue.history.books.add(
        new BookSnapshot(
            FakeMarkets.BTC_USD,
            List.of(new Level(99_00, 10_000), new Level(98_00, 10_000)),
            List.of(new Level(101_00, 20_000)),
            7,
            time,
            time));
    Response quotes = anyone.get(OURS + "quotes");
    assertThat(quotes.at("items.0.bid")).isEqualTo("99.00");
    assertThat(quotes.at("items.0.ask")).isEqualTo("null");
    assertThat(quotes.json().get("missing")).as("nobody said it was kept whole").isNotEmpty();
    Response books = anyone.get(OURS + "book?depth=1");
    assertThat(books.json().at("/items/0/bids")).hasSize(1);
    Response book = anyone.get("/v1/markets/BTC-USD/book?asOf=" + at(4));
    assertThat(book.at("sequence")).isEqualTo("7");
    assertThat(book.at("ageMs")).isEqualTo("6000");
    assertThat(anyone.get("/v1/markets/BTC-USD/book?asOf=" + at(20)).at("state"))
        .isEqualTo("unknown");
  }

  @Test
  void aClientListensAsksAndHearsTheEndAndOneThatComesLateSeesIt() {
    try (StreamClient early = new StreamClient(venue);
        StreamClient late = new StreamClient(venue)) {
      early.ask("{\"subscribe\":[\"HISTORY_READY:" + ID + "\"],\"id\":1}");
      assertThat(early.update().at("/data/state").asText()).isEqualTo("unknown");
      Response asked =
          ann.get(THEIRS + "trades?from=" + at(60) + "&to=" + at(30) + "&request=" + ID);
      assertThat(asked.at("request.state")).as(asked.body()).isEqualTo("queued");
      tell(HistoryRequest.State.QUEUED, 0);
      assertThat(early.update().at("/data/state").asText()).isEqualTo("queued");
      tell(HistoryRequest.State.DONE, 42);
      JsonNode done = early.update().get("data");
      assertThat(done.get("state").asText()).isEqualTo("done");
      assertThat(done.get("rows").asInt()).isEqualTo(42);
      late.ask("{\"subscribe\":[\"history." + ID + ".ready\"],\"id\":1}");
      assertThat(late.update().get("data")).isEqualTo(done);
      assertThat(anyone.get("/v1/history/requests/" + ID).json()).isEqualTo(done);
      assertThat(
              late.ask("{\"subscribe\":[\"HISTORY_READY:short\"],\"id\":2}")
                  .at("/error/code")
                  .asText())
          .isEqualTo("UNKNOWN_TOPIC");
    }
  }

  private void tell(HistoryRequest.State state, long rows) {
    venue.gateway().historyNews().accept(venue.history.becomes(ID, state, rows));
  }

  @Test
  void aRequestThatCannotBeIsRefusedWithWhatWouldBeRight() {
    String path = "/v1/history/requests";
    String body =
        "{\"id\":\"%s\",\"symbol\":\"TEST:BTC-USD\",\"kind\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}";
    Response first = ann.post(path, body.formatted(ID, "trades", at(60), at(30)));
    assertThat(first.status()).as(first.body()).isEqualTo(202);
    assertThat(first.at("id")).isEqualTo(ID);
    assertThat(ann.post(path, body.formatted(ID, "trades", at(60), at(30))).json())
        .isEqualTo(first.json());
    assertThat(ann.post(path, body.formatted(ID, "trades", at(60), at(20))).code())
        .isEqualTo("409 KEY_REUSED");
    assertThat(anyone.post(path, body.formatted(ID, "trades", at(60), at(20))).code())
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(ann.post(path, body.formatted(ID + "x", "quotes", at(60), at(20))).code())
        .isEqualTo("422 NOT_FETCHED");
    assertThat(ann.post(path, body.formatted(ID + "x", "trades", at(90_000), at(20))).code())
        .isEqualTo("422 SPAN_TOO_LONG");
    assertThat(ann.post(path, body.formatted(ID + "x", "trades", at(20), at(60))).code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(ann.post(path, body.formatted("short", "trades", at(60), at(30))).code())
        .isEqualTo("400 INVALID_FIELD");
    Response bars = ann.post(path, body.formatted(ID + "b", "bars", at(3_600), at(-600)));
    assertThat(bars.at("interval")).as(bars.body()).isEqualTo("1m");
    assertThat(ann.post(path, body.formatted(ID + "c", "trades", at(60), at(10))).code())
        .isEqualTo("422 TOO_MANY_HISTORY_REQUESTS");
    assertThat(anyone.get(path + "/" + ID + "none").code())
        .isEqualTo("404 UNKNOWN_HISTORY_REQUEST");
    assertThat(anyone.get(THEIRS + "trades?from=" + at(60) + "&request=" + ID + "d").code())
        .isEqualTo("401 UNAUTHENTICATED");
  }
}

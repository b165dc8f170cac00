package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.pair.Offer;
import io.ratel.marketdata.pair.PairBoard;
import io.ratel.marketdata.pair.PairSource;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import io.ratel.model.slot.Slots;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MarketsTest {
  private static TestVenue venue;
  private static TestClient anyone;

  @BeforeAll
  static void open() {
    venue = new TestVenue();
    anyone = venue.anyone();
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  @Test
  void listsOurInstrumentsAndTheVenuesMarkets() {
    Response list = anyone.get("/v1/instruments");

    assertThat(list.json().get("items")).hasSize(2);
    assertThat(list.at("items.0"))
        .isEqualTo(
            "{\"symbol\":\"BTC-USD\",\"kind\":\"spot\",\"base\":\"BTC\",\"quote\":\"USD\","
                + "\"tickSize\":\"0.01\",\"lotSize\":\"0.0001\",\"makerFee\":\"0.001\","
                + "\"takerFee\":\"0.002\",\"tradable\":true,"
                + "\"state\":\"open\",\"venue\":\"RATEL\",\"multiplier\":\"1\","
                + "\"terms\":{\"feeTiers\":[{\"maker\":\"0.001\","
                + "\"taker\":\"0.002\"}],\"margins\":[],\"band\":null,\"dealerSpread\":null,"
                + "\"markMaxAgeMs\":null,\"expiresAt\":null,\"financingLong\":\"0\","
                + "\"financingShort\":\"0\"}}");
    assertThat(list.at("items.1"))
        .isEqualTo(
            "{\"symbol\":\"BINANCE:ETH-USDT\",\"kind\":\"spot\","
                + "\"base\":\"ETH\",\"quote\":\"USDT\","
                + "\"tickSize\":\"0.01\",\"lotSize\":\"0.00001\",\"makerFee\":null,"
                + "\"takerFee\":null,\"tradable\":false,\"state\":\"open\",\"venue\":\"BINANCE\"}");
    assertThat(list.json().get("next").isNull()).isTrue();
  }

  @Test
  void takesAVenuesSymbolPlainOrEncoded() {
    for (String symbol :
        List.of("BINANCE:ETH-USDT", "BINANCE%3AETH-USDT", "BINANCE%3aETH%2DUSDT")) {
      assertThat(anyone.get("/v1/instruments/" + symbol).at("symbol"))
          .isEqualTo("BINANCE:ETH-USDT");
      assertThat(anyone.get("/v1/markets/" + symbol + "/book").status()).isEqualTo(200);
    }
  }

  @Test
  void showsABookWithItsSourceAndAge() {
    venue.markets.setBook(
        FakeMarkets.BTC_USD,
        List.of(new Level(99_99, 5_000), new Level(99_98, 12_345)),
        List.of(new Level(100_01, 1)));

    Response book = anyone.get("/v1/markets/BTC-USD/book?depth=1");
    assertThat(book.at("bids")).isEqualTo("[[\"99.99\",\"0.5\"]]");
    assertThat(book.at("asks")).isEqualTo("[[\"100.01\",\"0.0001\"]]");
    assertThat(book.at("source")).isEqualTo("RATEL");
    assertThat(book.at("time")).isEqualTo("2026-01-02T03:04:05.123456789Z");
    assertThat(book.json().get("ageMs").asLong()).isEqualTo(1_000);
  }

  @Test
  void tellsWhatHappenedAroundAMarketNewestFirst() {
    assertThat(anyone.get("/v1/markets/BTC-USD/events").at("items")).isEqualTo("[]");
    for (int i = 1; i <= 3; i++) {
      venue.markets.happen(
          new MarketEvent(
              Symbol.of("BTC-USD"), "e" + i, "goal", "1–" + i, FakeExchange.TIME_NS + i));
    }

    Response events = anyone.get("/v1/markets/BTC-USD/events?limit=2");
    assertThat(events.at("items.0"))
        .isEqualTo(
            "{\"id\":\"e3\",\"kind\":\"goal\",\"headline\":\"1–3\","
                + "\"time\":\"2026-01-02T03:04:05.123456792Z\"}");
    assertThat(events.json().get("items")).hasSize(2);
    assertThat(anyone.get("/v1/markets/NOPE/events").code()).isEqualTo("404 UNKNOWN_MARKET");
  }

  @Test
  void saysThatItDoesNotKnow() {
    Response book = anyone.get("/v1/markets/BINANCE:ETH-USDT/book");
    Response quote = anyone.get("/v1/markets/BINANCE:ETH-USDT/quote");

    assertThat(book.at("bids")).isEqualTo("[]");
    assertThat(book.json().get("time").isNull()).isTrue();
    assertThat(quote.status()).isEqualTo(200);
    assertThat(quote.json().get("bid").isNull()).isTrue();
    assertThat(quote.json().get("ageMs").isNull()).isTrue();
  }

  @Test
  void showsAQuoteWithAMissingSide() {
    venue.markets.set(
        new Quote(
            FakeMarkets.BTC_USD, 99_99, 100, 0, 0, FakeExchange.TIME_NS, FakeExchange.TIME_NS));

    Response quote = anyone.get("/v1/markets/BTC-USD/quote");
    assertThat(quote.at("bid")).isEqualTo("99.99");
    assertThat(quote.at("bidQuantity")).isEqualTo("0.01");
    assertThat(quote.json().get("ask").isNull()).isTrue();
  }

  @Test
  void listsTrades() {
    venue.markets.add(
        new Trade(FakeMarkets.BTC_USD, "t1", 100_00, 2_500, Side.SELL, FakeExchange.TIME_NS, 0));

    assertThat(anyone.get("/v1/markets/BTC-USD/trades?limit=5").at("items.0"))
        .isEqualTo(
            "{\"id\":\"t1\",\"price\":\"100.00\",\"quantity\":\"0.25\",\"side\":\"sell\","
                + "\"time\":\"2026-01-02T03:04:05.123456789Z\"}");
  }

  @Test
  void listsBarsOfATimeRange() {
    long minute = Interval.MINUTE.nanos();
    long start = Interval.MINUTE.floor(FakeExchange.TIME_NS);
    for (int i = 0; i < 4; i++) {
      venue.markets.set(
          new Bar(
              FakeMarkets.BTC_USD, Interval.MINUTE, start + i * minute, 1, 2, 1, 2, 10_000, i + 1));
    }

    Response all = anyone.get("/v1/markets/BTC-USD/bars?interval=1m");
    Response some =
        anyone.get("/v1/markets/BTC-USD/bars?from=2026-01-02T03:05:00Z&to=2026-01-02T03:07:00Z");
    assertThat(all.json().get("items")).hasSize(4);
    assertThat(some.json().get("items")).hasSize(2);
    assertThat(some.at("items.0"))
        .isEqualTo(
            "{\"time\":\"2026-01-02T03:05:00Z\",\"open\":\"0.01\",\"high\":\"0.02\","
                + "\"low\":\"0.01\",\"close\":\"0.02\",\"volume\":\"1\",\"trades\":2,"
                + "\"correction\":false,\"adjusted\":\"none\"}");
    assertThat(anyone.get("/v1/markets/BTC-USD/bars?limit=1").at("items.0.trades")).isEqualTo("4");
    for (String wrong :
        List.of(
            "interval=2m",
            "from=yesterday",
            "to=2300-01-01T00:00:00Z",
            "from=1969-01-01T00:00:00Z",
            "limit=0",
            "frm=1")) {
      assertThat(anyone.get("/v1/markets/BTC-USD/bars?" + wrong).status()).isEqualTo(400);
    }
  }

  @Test
  void saysHowFarABookAndAQuoteCanBeReliedOn() {
    Market own = FakeMarkets.BTC_USD;
    long old = FakeExchange.TIME_NS - 60_000_000_000L;
    venue.markets.set(new Quote(own, 99_00, 1, 101_00, 1, old, old));
    assertThat(anyone.get("/v1/markets/BTC-USD/quote").at("state")).isEqualTo("good");

    String symbol = "/v1/markets/BINANCE:ETH-USDT/";
    assertThat(anyone.get(symbol + "book").at("state")).isEqualTo("unknown");
    Market watched = FakeMarkets.BINANCE;
    venue.markets.set(new Quote(watched, 1, 1, 2, 1, FakeExchange.TIME_NS, FakeExchange.TIME_NS));
    assertThat(anyone.get(symbol + "quote").at("state")).isEqualTo("good");
    venue.markets.set(new Quote(watched, 1, 1, 2, 1, old, old));
    assertThat(anyone.get(symbol + "quote").at("state")).isEqualTo("stale");
    assertThat(anyone.get(symbol + "quote").json().get("ageMs").asLong()).isEqualTo(61_000);
    venue.markets.set(new Quote(watched, 0, 0, 0, 0, old, old));
  }

  @Test
  void listsTheGapsOfABook() {
    Symbol symbol = FakeMarkets.BTC_USD.symbol();
    long time = FakeExchange.TIME_NS;
    venue.markets.set(
        List.of(
            new Gap(symbol, Gap.Cause.SEQUENCE, time, 0, 8, 11, Gap.Healing.OPEN),
            new Gap(
                symbol, Gap.Cause.CROSSED, time, time + 2_500_000, 0, 0, Gap.Healing.SNAPSHOT)));
    Response gaps = anyone.get("/v1/markets/BTC-USD/gaps");
    assertThat(gaps.at("items.0"))
        .isEqualTo(
            "{\"time\":\"2026-01-02T03:04:05.123456789Z\",\"until\":null,\"durationMs\":null,"
                + "\"cause\":\"sequence\",\"firstMissing\":8,\"lastMissing\":11,"
                + "\"healing\":\"open\"}");
    assertThat(gaps.at("items.1.durationMs")).isEqualTo("2");
    assertThat(gaps.json().get("items").get(1).get("firstMissing").isNull()).isTrue();
    assertThat(anyone.get("/v1/markets/BTC-USD/gaps?limit=1").json().get("items")).hasSize(1);
    assertThat(anyone.get("/v1/markets/NOPE-USD/gaps").code()).isEqualTo("404 UNKNOWN_MARKET");
  }

  @Test
  void cutsBarsByTradesVolumeAndMoney() {
    Response cut = anyone.get("/v1/markets/BTC-USD/bars?interval=100t");
    assertThat(cut.at("items.0.trades")).isEqualTo("4");
    assertThat(anyone.get("/v1/markets/BTC-USD/bars?interval=1M").status()).isEqualTo(200);
    assertThat(anyone.get("/v1/markets/BTC-USD/bars?interval=50v").code())
        .isEqualTo("422 LIMIT_REACHED");
    for (String wrong : List.of("1t", "999d", "5x", "1m0", "")) {
      assertThat(anyone.get("/v1/markets/BTC-USD/bars?interval=" + wrong).code())
          .isEqualTo("400 INVALID_FIELD");
    }
  }

  @Test
  void showsAPairOverAllItsVenues() {
    PairBoard board = new PairBoard();
    board.add(source(FakeMarkets.BTC_USD, "RATEL", 99_00, 101_00, true));
    board.add(source(new Market(Symbol.of("X:BTC-USD"), 2, 4), "X", 99_50, 100_50, true));
    board.add(source(new Market(Symbol.of("Y:BTC-USD"), 2, 4), "Y", 100_00, 100_10, false));
    board.refresh(FakeExchange.TIME_NS);
    venue.markets.set(board.of("BTC-USD").orElseThrow());

    Response pair = anyone.get("/v1/pairs/BTC-USD");
    assertThat(pair.at("bid"))
        .isEqualTo(
            "{\"price\":\"99.5\",\"quantity\":\"0.0007\",\"source\":\"X\","
                + "\"symbol\":\"X:BTC-USD\"}");
    assertThat(pair.at("spread")).isEqualTo("1");
    assertThat(pair.at("mark")).isEqualTo("100");
    assertThat(pair.at("vwap")).isEqualTo("100.25");
    assertThat(pair.at("slot")).isEqualTo(Short.toString(Slots.of("BTC-USD")));
    assertThat(pair.at("venues.2.state")).isEqualTo("stale");
    assertThat(anyone.get("/v1/pairs").json().get("items")).hasSize(1);
    assertThat(anyone.get("/v1/pairs/NOPE-USD").code()).isEqualTo("404 UNKNOWN_MARKET");
  }

  private static PairSource source(Market market, String name, long bid, long ask, boolean good) {
    Quote quote = new Quote(market, bid, 7, ask, 7, FakeExchange.TIME_NS, FakeExchange.TIME_NS);
    Offer offer =
        new Offer(
            market.symbol(),
            name,
            Optional.of(quote),
            good,
            new BigDecimal("100.25"),
            BigDecimal.ONE);
    return new PairSource() {
      @Override
      public Symbol symbol() {
        return market.symbol();
      }

      @Override
      public long version() {
        return 1;
      }

      @Override
      public Offer offer(long nowNs) {
        return offer;
      }
    };
  }

  @Test
  void doesNotKnowOtherSymbols() {
    for (String symbol : List.of("NOPE-USD", "btc-usd", "%00", "BTC-USD%20", "..%2F..%2Fetc")) {
      for (String what : List.of("/book", "/trades", "/bars", "/quote")) {
        assertThat(anyone.get("/v1/markets/" + symbol + what).code())
            .isEqualTo("404 UNKNOWN_MARKET");
      }
      assertThat(anyone.get("/v1/instruments/" + symbol).code()).isEqualTo("404 UNKNOWN_MARKET");
    }
    assertThat(anyone.get("/v1/markets/BTC-USD/book?depth=0").code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(anyone.get("/v1/markets/BTC-USD/book?depth=501").code())
        .isEqualTo("400 INVALID_FIELD");
  }
}

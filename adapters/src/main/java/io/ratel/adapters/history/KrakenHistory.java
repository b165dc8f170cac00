package io.ratel.adapters.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.history.Candles.Candle;
import io.ratel.adapters.history.ToldTrades.Page;
import io.ratel.adapters.history.ToldTrades.Told;
import io.ratel.adapters.kraken.TradeNumbers;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Kraken: the newest 720 bars of a length, and all trades from a time on. The stream's trades carry
 * no id and times of six decimals, and are named by those; the history's have finer times, which
 * are rounded to be the same.
 */
final class KrakenHistory extends VenueHistory {
  private static final int MOST_BARS = 720;
  private static final int MOST_TRADES = 1_000;
  private static final long SECOND_NS = 1_000_000_000L;

  KrakenHistory(VenueSettings settings, HistoryHttp.Parts parts) {
    super(settings, new HistoryHttp(parts, 0.8, 3, Map.of()), FROM_MINUTES, true);
  }

  private static String name(Pair pair) {
    return "?pair=" + asset(pair.base()) + asset(pair.quote());
  }

  /** Names that this venue has kept. */
  private static String asset(String name) {
    return switch (name) {
      case "BTC" -> "XBT";
      case "DOGE" -> "XDG";
      default -> name;
    };
  }

  /** The one array of an answer, whose name is the venue's own for the pair. */
  private static JsonNode rows(JsonNode answer) throws RejectedFrameException {
    if (!answer.path("error").isEmpty()) {
      throw new RejectedFrameException(FrameFault.VENUE_ERROR, answer.path("error").toString());
    }
    for (JsonNode value : FrameJson.field(answer, "result")) {
      if (value.isArray()) {
        return value;
      }
    }
    throw new RejectedFrameException(FrameFault.MISSING_FIELD, "result has no rows");
  }

  private record Told720(List<Candle> candles, long oldestNs) {}

  @Override
  void bars(HistoryKey key, Interval interval, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    long minutes = interval.nanos() / (60 * SECOND_NS);
    URI url =
        URI.create(
            "%s/0/public/OHLC%s&interval=%d&since=%d"
                .formatted(settings.rest(), name(pair), minutes, span.fromNs() / SECOND_NS - 1));
    Told720 told = http.get(url, pages, KrakenHistory::candles);
    long oldest = Math.clamp(told.oldestNs(), span.fromNs(), span.toNs());
    boolean reaches = told.candles().size() < MOST_BARS || oldest == span.fromNs();
    Span whole = new Span(reaches ? span.fromNs() : oldest, span.toNs());
    VenueMarkets markets = new VenueMarkets(venue());
    List<Bar> bars;
    try {
      bars = Candles.bars(key, markets, told.candles(), whole);
    } catch (RejectedFrameException e) {
      throw new HistoryFetchException(url.getHost() + " tells what is no bar: " + e.getMessage());
    }
    pages.bars(bars, whole);
    if (!reaches) {
      throw new HistoryFetchException(
          "Kraken tells its newest 720 bars only; ask for its trades, or for longer bars");
    }
  }

  /** Each {@code [time, open, high, low, close, vwap, volume, count]}. */
  private static Told720 candles(JsonNode answer) throws RejectedFrameException {
    List<Candle> candles = new ArrayList<>();
    for (JsonNode row : rows(answer)) {
      Candles.requireRow(row, 8);
      Candle told = Candle.of(row, SECOND_NS);
      candles.add(
          new Candle(
              told.timeNs(),
              told.open(),
              told.high(),
              told.low(),
              told.close(),
              FrameJson.decimal(row.get(6)),
              row.get(7).asLong()));
    }
    long oldest = candles.stream().mapToLong(Candle::timeNs).min().orElse(Long.MAX_VALUE);
    return new Told720(candles, oldest);
  }

  @Override
  void trades(HistoryKey key, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    VenueMarkets markets = new VenueMarkets(venue());
    Numbering numbering = new Numbering(key.symbol());
    long at = span.fromNs();
    while (true) {
      // Times are rounded here and finer there: a little earlier, and what came before is known.
      long since = at - 1_000;
      URI url =
          URI.create(
              settings.rest()
                  + "/0/public/Trades"
                  + name(pair)
                  + "&since="
                  + since
                  + "&count="
                  + MOST_TRADES);
      Page page =
          http.get(
              url,
              pages,
              answer -> {
                List<Told> told = told(answer);
                return new Page(told, ToldTrades.trades(key, markets, told, span, http.nowNs()));
              });
      List<Trade> fresh = numbering.fresh(page, span);
      boolean ended = numbering.isRepeated() || page.told().getLast().timeNs() >= span.toNs();
      if (ended) {
        pages.trades(fresh, new Span(at, span.toNs()));
        return;
      }
      long whole = Math.clamp(page.told().getLast().timeNs(), at, span.toNs());
      pages.trades(fresh, new Span(at, whole));
      at = whole;
    }
  }

  /** Gives trades the names of the stream, each trade of the venue once. */
  private static final class Numbering {
    private final Symbol symbol;
    private final TradeNumbers numbers = new TradeNumbers();
    private long lastId = -1;
    private boolean repeated;

    private Numbering(Symbol symbol) {
      this.symbol = symbol;
    }

    /** Those that were not told before. */
    private List<Trade> fresh(Page page, Span span) {
      List<Trade> fresh = new ArrayList<>();
      long before = lastId;
      int trade = 0;
      for (Told told : page.told()) {
        boolean within = told.timeNs() >= span.fromNs() && told.timeNs() < span.toNs();
        Trade made = within ? page.trades().get(trade++) : null;
        long id = Long.parseLong(told.id());
        if (id > lastId) {
          lastId = id;
          if (made != null) {
            fresh.add(
                new Trade(
                    made.market(),
                    numbers.id(symbol, told.timeNs()),
                    made.price(),
                    made.quantity(),
                    made.side(),
                    made.exchangeTimeNs(),
                    made.localTimeNs()));
          }
        }
      }
      repeated = lastId == before;
      return fresh;
    }

    /** Whether the last page had nothing new, which is how the newest one ends. */
    private boolean isRepeated() {
      return repeated;
    }
  }

  /** Each {@code [price, volume, time, side, type, misc, id]}. */
  private List<Told> told(JsonNode answer) throws RejectedFrameException {
    List<Told> told = new ArrayList<>();
    for (JsonNode row : rows(answer)) {
      if (!row.isArray() || row.size() < 7 || !row.get(6).isIntegralNumber()) {
        throw new RejectedFrameException(
            FrameFault.BAD_FIELD,
            "a trade must be [price, volume, time, side, type, misc, id], was " + row);
      }
      String side = row.get(3).asText();
      if (!side.equals("b") && !side.equals("s")) {
        throw new RejectedFrameException(
            FrameFault.BAD_FIELD, "side must be b or s, was '" + side + "'");
      }
      told.add(
          new Told(
              Long.toString(row.get(6).asLong()),
              FeedTime.ofSeconds(micros(row.get(2)), http.nowNs()),
              FrameJson.decimal(row.get(0)),
              FrameJson.decimal(row.get(1)),
              side.equals("b") ? Side.BUY : Side.SELL));
    }
    return told;
  }

  private static String micros(JsonNode time) throws RejectedFrameException {
    BigDecimal seconds = new BigDecimal(FrameJson.plain(time));
    return seconds.setScale(6, RoundingMode.HALF_UP).toPlainString();
  }
}

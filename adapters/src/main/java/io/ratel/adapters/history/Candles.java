package io.ratel.adapters.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.marketdata.history.fetch.HistoryFetcher.Pages;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Bars as venues tell them, window by window, each no longer than one answer can be. */
final class Candles {
  /** As it was sent; of a venue that does not tell how many trades it holds, 0. */
  record Candle(
      long timeNs, String open, String high, String low, String close, String volume, long trades) {
    /**
     * The one form that most have.
     *
     * @param unitNs of the time in the first place
     */
    static Candle of(JsonNode row, long unitNs) throws RejectedFrameException {
      requireRow(row, 6);
      return new Candle(
          time(row.get(0), unitNs),
          FrameJson.decimal(row.get(1)),
          FrameJson.decimal(row.get(2)),
          FrameJson.decimal(row.get(3)),
          FrameJson.decimal(row.get(4)),
          FrameJson.decimal(row.get(5)),
          0);
    }

    Candle with(long count) {
      return new Candle(timeNs, open, high, low, close, volume, count);
    }
  }

  static void requireRow(JsonNode row, int size) throws RejectedFrameException {
    if (!row.isArray() || row.size() < size) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "a bar must have " + size + " places, was " + row);
    }
  }

  /** A whole number of units since 1970, sent as a number or as text. */
  static long time(JsonNode value, long unitNs) throws RejectedFrameException {
    try {
      return Math.multiplyExact(Long.parseLong(value.asText()), unitNs);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME, "time must be a whole number since 1970, was " + value);
    }
  }

  /** Where the bars of a window are. */
  @FunctionalInterface
  interface Place {
    URI of(Span window);
  }

  private Candles() {}

  /**
   * Fetches windows, the oldest first.
   *
   * @param most bars of one answer
   */
  static void fetch(
      HistoryHttp http,
      HistoryKey key,
      Span span,
      Pages pages,
      int most,
      Place place,
      HistoryHttp.Reader<List<Candle>> reader)
      throws HistoryFetchException, InterruptedException {
    Interval interval = key.interval().orElseThrow();
    VenueMarkets markets = new VenueMarkets(key.symbol().venue());
    long windowNs = Math.multiplyExact(interval.nanos(), most);
    for (long at = span.fromNs(); at < span.toNs(); at += windowNs) {
      Span window = new Span(at, Math.min(span.toNs(), at + windowNs));
      List<Bar> bars =
          http.get(
              place.of(window), pages, answer -> bars(key, markets, reader.read(answer), window));
      pages.bars(bars, window);
    }
  }

  /**
   * The bars of a span, oldest first; those without trades are none.
   *
   * @throws RejectedFrameException when one is no bar
   */
  static List<Bar> bars(HistoryKey key, VenueMarkets markets, List<Candle> told, Span span)
      throws RejectedFrameException {
    Interval interval = key.interval().orElseThrow();
    TreeMap<Long, Candle> candles = new TreeMap<>();
    for (Candle candle : told) {
      if (candle.timeNs() >= span.fromNs() && candle.timeNs() < span.toNs()) {
        if (interval.floor(candle.timeNs()) != candle.timeNs()) {
          throw new RejectedFrameException(
              FrameFault.BAD_TIME,
              "a bar must begin with its " + interval.label() + ", was " + candle.timeNs());
        }
        candles.put(candle.timeNs(), candle);
      }
    }
    List<String> prices = new ArrayList<>();
    List<String> volumes = new ArrayList<>();
    for (Candle candle : candles.values()) {
      prices.addAll(List.of(candle.open(), candle.high(), candle.low(), candle.close()));
      volumes.add(candle.volume());
    }
    VenueMarkets.Values values = markets.read(key.symbol(), prices, volumes);
    List<Bar> bars = new ArrayList<>();
    int i = 0;
    for (Candle candle : candles.values()) {
      long[] p = values.prices();
      Bar bar =
          new Bar(
              values.market(),
              interval,
              candle.timeNs(),
              p[4 * i],
              p[4 * i + 1],
              p[4 * i + 2],
              p[4 * i + 3],
              values.quantities()[i],
              candle.trades());
      i++;
      if (bar.volume() == 0) {
        continue;
      }
      if (bar.low() == 0
          || bar.low() > Math.min(bar.open(), bar.close())
          || bar.high() < Math.max(bar.open(), bar.close())) {
        throw new RejectedFrameException(
            FrameFault.BAD_NUMBER, "low and high of a bar must hold the others, was " + candle);
      }
      bars.add(bar);
    }
    return bars;
  }
}

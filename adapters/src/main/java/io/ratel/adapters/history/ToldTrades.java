package io.ratel.adapters.history;

import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.marketdata.history.fetch.HistoryFetcher.Pages;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;

/** Trades as a venue's history tells them. */
final class ToldTrades {
  /** As it was sent. */
  record Told(String id, long timeNs, String price, String quantity, Side side) {}

  private ToldTrades() {}

  /**
   * Those of a span.
   *
   * @throws RejectedFrameException when one is no trade
   */
  static List<Trade> trades(
      HistoryKey key, VenueMarkets markets, List<Told> told, Span span, long receivedNs)
      throws RejectedFrameException {
    List<String> prices = told.stream().map(Told::price).toList();
    List<String> quantities = told.stream().map(Told::quantity).toList();
    VenueMarkets.Values values = markets.read(key.symbol(), prices, quantities);
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      Told one = told.get(i);
      if (values.prices()[i] == 0 || values.quantities()[i] == 0) {
        throw new RejectedFrameException(
            FrameFault.BAD_NUMBER, "price and quantity of a trade must be positive, was " + one);
      }
      if (one.timeNs() >= span.fromNs() && one.timeNs() < span.toNs()) {
        trades.add(
            new Trade(
                values.market(),
                one.id(),
                values.prices()[i],
                values.quantities()[i],
                one.side(),
                one.timeNs(),
                receivedNs));
      }
    }
    return trades;
  }

  /** A page of told trades with what they are here; both in the order they were told. */
  record Page(List<Told> told, List<Trade> trades) {}

  /** Reads the page that ends before a trade, newest first. */
  @FunctionalInterface
  interface Before {
    Page read(String id) throws HistoryFetchException, InterruptedException;
  }

  /**
   * Fetches from the end of a span to its beginning. A short page is no end: only an empty one, or
   * a trade that is older than the span, is.
   *
   * @param first the trades before which are asked for first
   */
  static void backwards(Span span, Pages pages, String first, Before before)
      throws HistoryFetchException, InterruptedException {
    long endNs = span.toNs();
    String cursor = first;
    while (true) {
      Page page = before.read(cursor);
      boolean last = page.told().isEmpty() || page.told().getLast().timeNs() < span.fromNs();
      if (last) {
        pages.trades(page.trades(), new Span(span.fromNs(), endNs));
        return;
      }
      Told oldest = page.told().getLast();
      if (oldest.id().equals(cursor)) {
        throw new HistoryFetchException("the venue tells the same trades again and again");
      }
      // Others of the oldest one's time may come with the next page.
      long wholeNs = Math.clamp(oldest.timeNs() + 1, span.fromNs(), endNs);
      pages.trades(page.trades(), new Span(wholeNs, endNs));
      endNs = wholeNs;
      cursor = oldest.id();
    }
  }
}

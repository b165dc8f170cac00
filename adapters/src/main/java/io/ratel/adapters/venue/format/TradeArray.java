package io.ratel.adapters.venue.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Trades of one market in an array of objects, by the names that a venue gives their fields.
 *
 * @param buy what {@code side} says when the taker bought
 * @param sell what it says when the taker sold
 */
public record TradeArray(
    String price, String size, String id, String side, String buy, String sell) {
  /** When a trade happened, in nanoseconds. */
  @FunctionalInterface
  public interface Time {
    long of(JsonNode trade, Frame frame) throws RejectedFrameException;
  }

  /** All of them, or none when one cannot be used. */
  public List<Trade> read(
      JsonNode data, Symbol symbol, Time time, VenueMarkets markets, Frame frame)
      throws RejectedFrameException {
    List<String> prices = new ArrayList<>();
    List<String> sizes = new ArrayList<>();
    for (JsonNode trade : data) {
      prices.add(FrameJson.decimal(trade, price));
      sizes.add(FrameJson.decimal(trade, size));
    }
    VenueMarkets.Values values = markets.read(symbol, prices, sizes);
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      JsonNode trade = data.get(i);
      if (values.prices()[i] == 0 || values.quantities()[i] == 0) {
        throw new RejectedFrameException(
            FrameFault.BAD_NUMBER,
            price + " and " + size + " of a trade must be positive, one is 0");
      }
      trades.add(
          new Trade(
              values.market(),
              FrameJson.text(trade, id),
              values.prices()[i],
              values.quantities()[i],
              side(FrameJson.text(trade, side)),
              time.of(trade, frame),
              frame.localTimeNs()));
    }
    return trades;
  }

  private Side side(String text) throws RejectedFrameException {
    if (text.equals(buy)) {
      return Side.BUY;
    }
    if (text.equals(sell)) {
      return Side.SELL;
    }
    throw new RejectedFrameException(
        FrameFault.BAD_FIELD, side + " must be " + buy + " or " + sell + ", was '" + text + "'");
  }
}

package io.ratel.marketdata.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;

/** Collects the levels of one frame as text, to count them all in the same decimals at the end. */
public final class FrameLevels {
  private final List<String> prices = new ArrayList<>();
  private final List<String> quantities = new ArrayList<>();
  private final List<Side> sides = new ArrayList<>();

  /** The levels of a frame, in the order they were sent. */
  public record Read(Market market, List<Level> bids, List<Level> asks) {}

  /** Takes an array of {@code [price, quantity, …]}. */
  public void addAll(Side side, JsonNode levels) throws RejectedFrameException {
    for (JsonNode level : levels) {
      if (!level.isArray() || level.size() < 2) {
        throw new RejectedFrameException(
            FrameFault.BAD_FIELD, "a level must be [price, quantity], was " + level);
      }
      add(side, level.get(0), level.get(1));
    }
  }

  public void add(Side side, JsonNode price, JsonNode quantity) throws RejectedFrameException {
    prices.add(FrameJson.decimal(price));
    quantities.add(FrameJson.decimal(quantity));
    sides.add(side);
  }

  public Read read(VenueMarkets markets, Symbol symbol) throws RejectedFrameException {
    VenueMarkets.Values values = markets.read(symbol, prices, quantities);
    List<Level> bids = new ArrayList<>();
    List<Level> asks = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      long price = values.prices()[i];
      if (price == 0) {
        throw new RejectedFrameException(
            FrameFault.BAD_NUMBER, "the price of a level must be positive, was 0");
      }
      (sides.get(i) == Side.BUY ? bids : asks).add(new Level(price, values.quantities()[i]));
    }
    return new Read(values.market(), bids, asks);
  }
}

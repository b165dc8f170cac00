package io.ratel.adapters.bitstamp;

import io.ratel.marketdata.feed.FrameLevels;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.money.FixedPoint;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** A whole book with later changes put into it, in the widest of their decimals. */
final class Merged {
  private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Long, Long> asks = new TreeMap<>();
  private Market market;
  private long timeNs;

  Merged(FrameLevels.Read whole) {
    market = whole.market();
    put(market, whole.bids(), whole.asks());
  }

  void put(BookDelta delta) {
    put(delta.market(), delta.bids(), delta.asks());
    timeNs = delta.exchangeTimeNs();
  }

  private void put(Market from, List<Level> newBids, List<Level> newAsks) {
    Market wider = market.widen(from);
    if (!wider.equals(market)) {
      widen(bids, wider);
      widen(asks, wider);
      market = wider;
    }
    newBids.forEach(level -> put(bids, level, from));
    newAsks.forEach(level -> put(asks, level, from));
  }

  private void put(TreeMap<Long, Long> side, Level level, Market from) {
    long price = FixedPoint.rescale(level.price(), from.priceScale(), market.priceScale());
    if (level.quantity() == 0) {
      side.remove(price);
    } else {
      side.put(
          price,
          FixedPoint.rescale(level.quantity(), from.quantityScale(), market.quantityScale()));
    }
  }

  private void widen(TreeMap<Long, Long> side, Market wider) {
    TreeMap<Long, Long> old = new TreeMap<>(side);
    side.clear();
    old.forEach(
        (price, quantity) ->
            side.put(
                FixedPoint.rescale(price, market.priceScale(), wider.priceScale()),
                FixedPoint.rescale(quantity, market.quantityScale(), wider.quantityScale())));
  }

  Market market() {
    return market;
  }

  /** Of the newest change, 0 without one. */
  long timeNs() {
    return timeNs;
  }

  List<Level> bids() {
    return levels(bids);
  }

  List<Level> asks() {
    return levels(asks);
  }

  private static List<Level> levels(TreeMap<Long, Long> side) {
    return side.entrySet().stream()
        .map(level -> new Level(level.getKey(), level.getValue()))
        .toList();
  }
}

package io.ratel.exchange.whiteboard;

import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A book as a list that is sorted whenever someone asks who is next. */
final class NaiveMarket {
  final List<NaiveOrder> resting = new ArrayList<>();
  private long turns;

  void rest(NaiveOrder order) {
    order.turn = ++turns;
    order.showSlice();
    resting.add(order);
  }

  /** The orders of a side as they would trade. */
  List<NaiveOrder> queue(Side side) {
    Comparator<NaiveOrder> byPrice = Comparator.comparingLong(order -> order.price);
    return resting.stream()
        .filter(order -> order.side == side)
        .sorted(
            (side == Side.BUY ? byPrice.reversed() : byPrice)
                .thenComparing(order -> order.hidden)
                .thenComparingLong(order -> order.turn))
        .toList();
  }

  long best(Side side) {
    List<NaiveOrder> queue = queue(side);
    return queue.isEmpty() ? 0 : queue.getFirst().price;
  }

  boolean crosses(NaiveOrder taker) {
    long best = best(taker.side.opposite());
    return best != 0 && taker.accepts(best);
  }

  /** Takes lots off the order that is first; a slice that is used up costs an iceberg its turn. */
  void fill(NaiveOrder maker, long lots) {
    maker.left -= lots;
    if (maker.left == 0) {
      resting.remove(maker);
    } else if (maker.display > 0) {
      maker.slice -= lots;
      if (maker.slice == 0) {
        maker.showSlice();
        maker.turn = ++turns;
      }
    }
  }

  /** Whether an order would be filled whole, found by trying it on a copy. */
  boolean wouldFill(NaiveOrder order) {
    NaiveMarket copy = new NaiveMarket();
    copy.turns = turns;
    resting.forEach(each -> copy.resting.add(each.copy()));
    long left = order.left;
    while (left > 0) {
      List<NaiveOrder> makers = copy.queue(order.side.opposite());
      if (makers.isEmpty() || !order.accepts(makers.getFirst().price)) {
        return false;
      }
      NaiveOrder maker = makers.getFirst();
      if (order.selfTrade != SelfTradePrevention.NONE && maker.account == order.account) {
        if (order.selfTrade != SelfTradePrevention.CANCEL_OLDEST) {
          return false;
        }
        copy.resting.remove(maker);
      } else {
        long lots = Math.min(left, maker.open());
        copy.fill(maker, lots);
        left -= lots;
      }
    }
    return true;
  }

  /** What everyone sees, as {@code price×quantity/orders}, best first. */
  List<String> levels(Side side) {
    Comparator<Long> rising = Comparator.naturalOrder();
    Map<Long, long[]> levels = new TreeMap<>(side == Side.BUY ? rising.reversed() : rising);
    for (NaiveOrder order : resting) {
      if (order.side == side && !order.hidden) {
        long[] level = levels.computeIfAbsent(order.price, price -> new long[2]);
        level[0] += order.open();
        level[1]++;
      }
    }
    List<String> texts = new ArrayList<>();
    levels.forEach((price, level) -> texts.add(price + "x" + level[0] + "/" + level[1]));
    return texts;
  }

  /** The price and the lots of an auction: {0, 0} when nothing can trade. */
  long[] auction(long reference) {
    long most = 0;
    List<long[]> candidates = new ArrayList<>();
    for (long price = best(Side.SELL); price > 0 && price <= best(Side.BUY); price++) {
      long at = price;
      long bought = sum(order -> order.buys() && order.price >= at);
      long sold = sum(order -> !order.buys() && order.price <= at);
      long volume = Math.min(bought, sold);
      if (volume > most) {
        most = volume;
        candidates.clear();
      }
      if (volume == most && volume > 0) {
        candidates.add(new long[] {price, bought - sold});
      }
    }
    if (candidates.isEmpty()) {
      return new long[] {0, 0};
    }
    long least = candidates.stream().mapToLong(c -> Math.abs(c[1])).min().orElseThrow();
    List<long[]> best = candidates.stream().filter(c -> Math.abs(c[1]) == least).toList();
    if (best.stream().allMatch(c -> c[1] > 0)) {
      return new long[] {best.getLast()[0], most};
    }
    if (best.stream().allMatch(c -> c[1] < 0)) {
      return new long[] {best.getFirst()[0], most};
    }
    long[] nearest =
        best.stream().min(Comparator.comparingLong(c -> Math.abs(c[0] - reference))).orElseThrow();
    return new long[] {nearest[0], most};
  }

  private long sum(Predicate<NaiveOrder> which) {
    return resting.stream().filter(which).mapToLong(order -> order.left).sum();
  }
}

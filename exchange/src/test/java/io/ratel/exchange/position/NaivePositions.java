package io.ratel.exchange.position;

import io.ratel.model.account.CostMethod;
import io.ratel.model.account.PositionSide;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Positions as one would keep them on a whiteboard: a list of openings for each. */
final class NaivePositions {
  record Key(int account, int instrument, PositionSide side) {}

  /** Lots and cost are positive; which way the row stands is its sign. */
  record Opening(long lots, long cost) {}

  static final class Row {
    int sign;
    List<Opening> openings = new ArrayList<>();
    long realized;
    final long[] openLots = new long[2];
    final long[] openValue = new long[2];
    long margin;

    long quantity() {
      return sign * openings.stream().mapToLong(Opening::lots).sum();
    }

    long cost() {
      return sign * openings.stream().mapToLong(Opening::cost).sum();
    }

    boolean isIdle() {
      return openings.isEmpty()
          && openLots[0] + openLots[1] + openValue[0] + openValue[1] == 0
          && margin == 0;
    }
  }

  final Map<Key, Row> rows = new LinkedHashMap<>();
  final Set<Key> touched = new LinkedHashSet<>();
  private final int maxOpenings;

  NaivePositions(int maxOpenings) {
    this.maxOpenings = maxOpenings;
  }

  Row obtain(Key key) {
    if (!rows.containsKey(key)) {
      rows.put(key, new Row());
      touched.add(key);
    }
    return row(key);
  }

  Row row(Key key) {
    return Objects.requireNonNull(rows.get(key), () -> "no row of " + key);
  }

  long trade(Key key, Side side, long lots, long value, CostMethod method) {
    touched.add(key);
    Row row = row(key);
    int sign = side == Side.BUY ? 1 : -1;
    if (method == CostMethod.AVERAGE && !row.openings.isEmpty()) {
      row.openings = listOf(new Opening(Math.abs(row.quantity()), Math.abs(row.cost())));
    }
    long closing = row.sign == -sign ? Math.min(lots, Math.abs(row.quantity())) : 0;
    long closedValue = share(value, closing, lots);
    long closedCost = 0;
    for (long left = closing; left > 0; ) {
      Opening oldest = row.openings.removeFirst();
      long taken = Math.min(left, oldest.lots);
      long cost = share(oldest.cost, taken, oldest.lots);
      if (taken < oldest.lots) {
        row.openings.addFirst(new Opening(oldest.lots - taken, oldest.cost - cost));
      }
      closedCost += cost;
      left -= taken;
    }
    long realized = -sign * (closedValue - closedCost);
    row.realized += realized;
    if (closing < lots) {
      row.sign = sign;
      open(row, new Opening(lots - closing, value - closedValue), method);
    }
    return realized;
  }

  private void open(Row row, Opening opening, CostMethod method) {
    // A lone opening needs no memory of its own; beside a second one both do.
    int more = row.openings.size() == 1 ? 2 : 1;
    boolean full = row.openings.size() == Lots.MAX_OF_ONE || remembered() + more > maxOpenings;
    if (!row.openings.isEmpty() && (method == CostMethod.AVERAGE || full)) {
      Opening newest = row.openings.removeLast();
      opening = new Opening(newest.lots + opening.lots, newest.cost + opening.cost);
    }
    row.openings.add(opening);
  }

  private int remembered() {
    return rows.values().stream().mapToInt(r -> r.openings.size()).filter(n -> n > 1).sum();
  }

  /** Sums from the oldest on are scaled, and what they add to each other is the new opening. */
  void adjust(Key key, long newQuantity, long newCost) {
    touched.add(key);
    Row row = row(key);
    long quantity = row.quantity();
    long cost = row.cost();
    List<Opening> scaled = new ArrayList<>();
    long sum = 0;
    long sumCost = 0;
    long done = 0;
    long doneCost = 0;
    for (Opening opening : row.openings) {
      sum += row.sign * opening.lots;
      sumCost += row.sign * opening.cost;
      long upTo = share(newQuantity, sum, quantity, RoundingMode.DOWN);
      if (upTo != done) {
        long costUpTo = cost == 0 ? share(newCost, sum, quantity) : share(newCost, sumCost, cost);
        scaled.add(new Opening(Math.abs(upTo - done), Math.abs(costUpTo - doneCost)));
        done = upTo;
        doneCost = costUpTo;
      }
    }
    if (quantity == 0 && newQuantity != 0) {
      row.sign = Long.signum(newQuantity);
      scaled.add(new Opening(Math.abs(newQuantity), Math.abs(newCost)));
    }
    row.openings = scaled;
  }

  private static List<Opening> listOf(Opening only) {
    return new ArrayList<>(List.of(only));
  }

  private static long share(long amount, long share, long whole) {
    return share(amount, share, whole, RoundingMode.HALF_EVEN);
  }

  private static long share(long amount, long share, long whole, RoundingMode rounding) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(share))
        .divide(BigDecimal.valueOf(whole), 0, rounding)
        .longValueExact();
  }
}

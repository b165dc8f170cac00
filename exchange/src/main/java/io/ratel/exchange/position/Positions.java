package io.ratel.exchange.position;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.PositionSide;
import io.ratel.model.order.Side;

/**
 * All open positions, one row for each (account, instrument, side), with what resting orders could
 * trade on them. Quantities are lots, costs and values minor units of the quote asset; quantity and
 * cost of a short position are negative. For each row the cost less the realized P&L is always the
 * sum of what its fills were worth, bought less sold: nothing is lost to rounding.
 *
 * <p>A row's number is good until {@link #forget}. A method that refuses changes nothing.
 */
public final class Positions {
  /** Receives the rows of {@link #forEach} and {@link #drainTouched}. */
  @FunctionalInterface
  public interface RowHandler {
    /** May {@linkplain #forget forget} this row, and no other. */
    void onRow(int row);
  }

  /** No row. */
  public static final int NONE = Rows.NONE;

  /** Rows there may be. */
  public static final int MAX = 1 << 21;

  private final Rows rows;
  private final Lots lots;

  public Positions() {
    this(MAX, Lots.MAX);
  }

  Positions(int maxRows, int maxLots) {
    rows = new Rows(maxRows);
    lots = new Lots(maxLots);
  }

  /** The row of a position, {@link #NONE} when there is none. */
  public int find(int account, int instrument, PositionSide side) {
    return rows.find(Rows.key(account, instrument, side));
  }

  /**
   * The row of a position, made when it is missing; a new row counts as touched.
   *
   * @throws IllegalStateException when there is no {@linkplain #hasRoomFor room}
   */
  public int obtain(int account, int instrument, PositionSide side) {
    return rows.obtain(Rows.key(account, instrument, side));
  }

  /** Whether {@code more} new rows would still be within the bound. */
  public boolean hasRoomFor(int more) {
    return rows.hasRoomFor(more);
  }

  public int size() {
    return rows.size();
  }

  public int account(int row) {
    return rows.account(row);
  }

  public int instrument(int row) {
    return rows.instrument(row);
  }

  public PositionSide side(int row) {
    return rows.side(row);
  }

  /** Lots, negative when more was sold than bought. */
  public long quantity(int row) {
    return rows.get(row, Rows.QUANTITY);
  }

  /** What the open quantity was traded for, of the quantity's sign. */
  public long cost(int row) {
    return rows.get(row, Rows.COST);
  }

  /** What closed quantities earned. */
  public long realizedPnl(int row) {
    return rows.get(row, Rows.REALIZED);
  }

  /** Lots that resting orders could buy. */
  public long openBuyLots(int row) {
    return rows.get(row, Rows.BUY_LOTS);
  }

  /** What they would be bought for. */
  public long openBuyValue(int row) {
    return rows.get(row, Rows.BUY_VALUE);
  }

  /** Lots that resting orders could sell. */
  public long openSellLots(int row) {
    return rows.get(row, Rows.SELL_LOTS);
  }

  /** What they would be sold for. */
  public long openSellValue(int row) {
    return rows.get(row, Rows.SELL_VALUE);
  }

  /** The caller's number; it means nothing here. */
  public long margin(int row) {
    return rows.get(row, Rows.MARGIN);
  }

  public void setMargin(int row, long margin) {
    rows.set(row, Rows.MARGIN, margin);
  }

  /** Quantity, cost and realized P&L as a record, for those who are not in a hurry. */
  public Position position(int row) {
    return new Position(quantity(row), cost(row), realizedPnl(row));
  }

  /**
   * Applies a fill. What is against the position closes it first, what is more opens the other way.
   * At average cost a closed part takes its share of the cost; first in, first out, it takes the
   * cost of the oldest openings and its share of the last one it needs. Shares are rounded to the
   * nearest minor unit, halves to even, and the rest stays.
   *
   * <p>The method may change from fill to fill: average cost forgets the openings, and what is held
   * without openings counts as one.
   *
   * @param filled lots, positive
   * @param value not negative
   * @return what this fill realized
   * @throws ArithmeticException when a number does not fit a {@code long}
   * @throws IllegalArgumentException when the fill is none, or would turn over a position that is
   *     only long or only short
   */
  public long trade(int row, Side side, long filled, long value, CostMethod method) {
    if (filled <= 0 || value < 0) {
      throw new IllegalArgumentException("a fill of " + filled + " lots for " + value);
    }
    long quantity = quantity(row);
    long signedLots = side == Side.BUY ? filled : -filled;
    long signedValue = side == Side.BUY ? value : -value;
    long newQuantity = Math.addExact(quantity, signedLots);
    requireStanding(row, newQuantity);
    if (Long.signum(quantity) * Long.signum(signedLots) >= 0) {
      return open(row, newQuantity, filled, signedValue, method);
    }
    return close(row, newQuantity, filled, signedValue, method);
  }

  private long open(int row, long newQuantity, long filled, long signedValue, CostMethod method) {
    long cost = cost(row);
    long newCost = Math.addExact(cost, signedValue);
    Math.absExact(newCost); // the smallest long has no counterpart, so no position gets there
    long held = Math.abs(quantity(row));
    long queue = rows.get(row, Rows.LOTS);
    if (method == CostMethod.AVERAGE) {
      queue = lots.clear(queue);
    } else if (held > 0) {
      queue = lots.open(queue, held, Math.abs(cost), filled, Math.abs(signedValue));
    }
    set(row, newQuantity, newCost, realizedPnl(row), queue);
    return 0;
  }

  private long close(int row, long newQuantity, long filled, long signedValue, CostMethod method) {
    long cost = cost(row);
    long held = Math.abs(quantity(row));
    long closing = Math.min(filled, held);
    long queue = rows.get(row, Rows.LOTS);
    boolean byLot = method == CostMethod.FIFO && Lots.count(queue) > 0 && closing < held;
    long closedCost =
        byLot ? Long.signum(cost) * lots.costOf(queue, closing) : Lots.part(cost, closing, held);
    long closedValue = Lots.part(signedValue, closing, filled);
    long realized = Math.negateExact(Math.addExact(closedValue, closedCost));
    long newRealized = Math.addExact(realizedPnl(row), realized);
    long newCost = Math.subtractExact(cost, closedCost) + (signedValue - closedValue);
    queue = byLot ? lots.close(queue, closing) : lots.clear(queue);
    set(row, newQuantity, newCost, newRealized, queue);
    return realized;
  }

  private void set(int row, long quantity, long cost, long realized, long queue) {
    rows.set(row, Rows.QUANTITY, quantity);
    rows.set(row, Rows.COST, cost);
    rows.set(row, Rows.REALIZED, realized);
    rows.set(row, Rows.LOTS, queue);
  }

  private void requireStanding(int row, long quantity) {
    Math.absExact(quantity);
    PositionSide side = side(row);
    if ((side == PositionSide.LONG && quantity < 0)
        || (side == PositionSide.SHORT && quantity > 0)) {
      throw new IllegalArgumentException(
          "a position that is only " + side.label() + " would have " + quantity + " lots");
    }
  }

  /**
   * Adds to what resting orders could trade, or takes away.
   *
   * @throws IllegalArgumentException when more would be taken away than was added
   * @throws ArithmeticException when a number does not fit a {@code long}
   */
  public void addOpen(int row, Side side, long lotsDelta, long valueDelta) {
    int lotsWord = side == Side.BUY ? Rows.BUY_LOTS : Rows.SELL_LOTS;
    int valueWord = side == Side.BUY ? Rows.BUY_VALUE : Rows.SELL_VALUE;
    long newLots = Math.addExact(rows.get(row, lotsWord), lotsDelta);
    long newValue = Math.addExact(rows.get(row, valueWord), valueDelta);
    if (newLots < 0 || newValue < 0) {
      throw new IllegalArgumentException(
          "resting orders would " + side.label() + " " + newLots + " lots for " + newValue);
    }
    rows.set(row, lotsWord, newLots);
    rows.set(row, valueWord, newValue);
  }

  /**
   * Sets quantity and cost as a corporate action leaves them. Openings are scaled with them, so
   * that they still add up; one that falls below a lot hands its cost to the next newer one.
   *
   * @throws IllegalArgumentException when the position would turn over, or the cost has not the
   *     sign of the quantity
   */
  public void adjust(int row, long newQuantity, long newCost) {
    requireStanding(row, newQuantity);
    Math.absExact(newCost);
    long quantity = quantity(row);
    if (Long.signum(quantity) * Long.signum(newQuantity) < 0
        || (newCost != 0 && Long.signum(newCost) != Long.signum(newQuantity))) {
      throw new IllegalArgumentException(
          "a position of %d lots would become one of %d at a cost of %d"
              .formatted(quantity, newQuantity, newCost));
    }
    long queue =
        lots.scale(
            rows.get(row, Rows.LOTS),
            Math.abs(quantity),
            Math.abs(cost(row)),
            Math.abs(newQuantity),
            Math.abs(newCost));
    set(row, newQuantity, newCost, realizedPnl(row), queue);
  }

  /**
   * Adds to what was earned without a fill, as cash in lieu of a fraction less that fraction's
   * cost.
   *
   * @throws ArithmeticException when the sum does not fit a {@code long}
   */
  public void realize(int row, long pnl) {
    rows.set(row, Rows.REALIZED, Math.addExact(realizedPnl(row), pnl));
  }

  /** Whether a row is flat, has no open orders and no margin: nothing but its realized P&L. */
  public boolean isIdle(int row) {
    return rows.isIdle(row);
  }

  /**
   * Forgets a row and what it realized.
   *
   * @throws IllegalStateException when it is not {@linkplain #isIdle idle}, or was touched and not
   *     {@linkplain #drainTouched reported} yet
   */
  public void forget(int row) {
    rows.forget(row);
  }

  /** The account's oldest row, {@link #NONE} when it has none. */
  public int firstOfAccount(int account) {
    return rows.ofAccount.first(account);
  }

  /** The account's next row, in the sequence in which they were made. */
  public int nextOfAccount(int row) {
    return rows.ofAccount.next(row);
  }

  /** The instrument's oldest row, {@link #NONE} when it has none. */
  public int firstOfInstrument(int instrument) {
    return rows.ofInstrument.first(instrument);
  }

  /** The instrument's next row, in the sequence in which they were made. */
  public int nextOfInstrument(int row) {
    return rows.ofInstrument.next(row);
  }

  /** All rows in the sequence in which they were made. */
  public void forEach(RowHandler handler) {
    rows.forEach(handler);
  }

  /** Whether rows were touched since {@link #drainTouched}. */
  public boolean isTouched() {
    return rows.isTouched();
  }

  /**
   * Reports each row of which anything changed since the last call once, in the sequence in which
   * they were first touched. What the handler changes itself is reported by the next call.
   */
  public void drainTouched(RowHandler handler) {
    rows.drainTouched(handler);
  }

  /** Writes all rows as they were made, each with its openings; then the rows to be reported. */
  public void write(SnapshotWriter out) {
    rows.write(out, lots);
  }

  /**
   * Reads back what {@link #write} wrote; there must be nothing here yet.
   *
   * @throws IllegalArgumentException when the words are no positions
   */
  public void read(SnapshotReader in) {
    rows.read(in, lots);
  }
}

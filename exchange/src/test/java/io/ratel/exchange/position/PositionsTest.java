package io.ratel.exchange.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.position.NaivePositions.Key;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.PositionSide;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PositionsTest {
  private final Positions positions = new Positions();
  private final int row = positions.obtain(0, 0, PositionSide.NET);

  private long buy(long lots, long price, CostMethod method) {
    return positions.trade(row, Side.BUY, lots, lots * price, method);
  }

  private long sell(long lots, long price, CostMethod method) {
    return positions.trade(row, Side.SELL, lots, lots * price, method);
  }

  private Position position(long quantity, long cost, long realized) {
    return new Position(quantity, cost, realized);
  }

  /** The netting example of NautilusTrader's documentation of positions. */
  @ParameterizedTest
  @EnumSource(CostMethod.class)
  void theNettingExampleOfNautilusTraderEarns600(CostMethod method) {
    assertThat(buy(100, 50, method)).isZero();
    assertThat(sell(100, 55, method)).isEqualTo(500);
    assertThat(sell(50, 54, method)).isZero();
    assertThat(buy(50, 52, method)).isEqualTo(100);
    assertThat(positions.position(row)).isEqualTo(position(0, 0, 600));
  }

  /** The inventory of Wikipedia's "FIFO and LIFO accounting": 210 of 300 units cost 11,050. */
  @Test
  void firstInFirstOutTakesTheCostOfTheOldest() {
    buy(100, 50, CostMethod.FIFO);
    buy(125, 55, CostMethod.FIFO);
    buy(75, 59, CostMethod.FIFO);
    assertThat(sell(210, 0, CostMethod.FIFO)).isEqualTo(-11_050);
    assertThat(positions.position(row)).isEqualTo(position(90, 5_250, -11_050));
  }

  @Test
  void atAverageCostTheOldestAreNothingSpecial() {
    buy(100, 50, CostMethod.AVERAGE);
    buy(100, 60, CostMethod.AVERAGE);
    assertThat(sell(50, 60, CostMethod.AVERAGE)).isEqualTo(250);
    assertThat(positions.position(row)).isEqualTo(position(150, 8_250, 250));
  }

  @Test
  void aChangeToAverageCostForgetsTheOpenings() {
    buy(1, 10, CostMethod.FIFO);
    buy(1, 30, CostMethod.FIFO);
    buy(1, 50, CostMethod.AVERAGE);
    assertThat(sell(1, 30, CostMethod.FIFO)).isZero();
  }

  @ParameterizedTest
  @EnumSource(CostMethod.class)
  void aFillThroughZeroClosesThenOpens(CostMethod method) {
    buy(2, 100, method);
    assertThat(sell(5, 110, method)).isEqualTo(20);
    assertThat(positions.position(row)).isEqualTo(position(-3, -330, 20));
  }

  /** Average cost in rows is average cost in records. */
  @Property(tries = 300)
  void averageCostIsThatOfAPosition(@ForAll long seed) {
    Random random = new Random(seed);
    Positions rows = new Positions();
    int only = rows.obtain(7, 3, PositionSide.NET);
    Position record = Position.FLAT;
    for (int i = 0; i < 100; i++) {
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long lots = 1 + random.nextInt(1_000);
      long value = random.nextInt(1_000_000);
      long before = record.realizedPnl();
      record = record.traded(side, lots, value);
      assertThat(rows.trade(only, side, lots, value, CostMethod.AVERAGE))
          .isEqualTo(record.realizedPnl() - before);
      assertThat(rows.position(only)).isEqualTo(record);
    }
  }

  /** More openings than are remembered, against the twin, and all of them closed again. */
  @Property(tries = 10)
  void openingsBeyondTheBoundJoinTheNewest(@ForAll long seed) {
    Random random = new Random(seed);
    Positions rows = new Positions();
    NaivePositions naive = new NaivePositions(Lots.MAX);
    Key key = new Key(0, 0, PositionSide.NET);
    naive.obtain(key);
    int only = rows.obtain(0, 0, PositionSide.NET);
    for (int i = 0; i < 2 * Lots.MAX_OF_ONE + 1_000; i++) {
      boolean opening = i < Lots.MAX_OF_ONE + 200 || random.nextInt(3) == 0;
      long lots = opening ? 1 + random.nextInt(9) : 1 + random.nextInt(12);
      Side side = opening ? Side.SELL : Side.BUY;
      long value = random.nextInt(1_000);
      assertThat(rows.trade(only, side, lots, value, CostMethod.FIFO))
          .isEqualTo(naive.trade(key, side, lots, value, CostMethod.FIFO));
      if (i == Lots.MAX_OF_ONE + 100) {
        assertThat(naive.row(key).openings).hasSize(Lots.MAX_OF_ONE);
      }
    }
    assertThat(rows.quantity(only)).isEqualTo(naive.row(key).quantity());
    assertThat(rows.cost(only)).isEqualTo(naive.row(key).cost());
  }

  @Test
  void whatWouldNotFitIsRefusedAndChangesNothing() {
    positions.trade(row, Side.BUY, Long.MAX_VALUE, 5, CostMethod.FIFO);
    assertThatThrownBy(() -> positions.trade(row, Side.BUY, 1, 1, CostMethod.FIFO))
        .isInstanceOf(ArithmeticException.class);
    assertThat(positions.position(row)).isEqualTo(position(Long.MAX_VALUE, 5, 0));
    positions.addOpen(row, Side.SELL, 1, Long.MAX_VALUE);
    assertThatThrownBy(() -> positions.addOpen(row, Side.SELL, 1, 1))
        .isInstanceOf(ArithmeticException.class);
    assertThat(positions.openSellLots(row)).isEqualTo(1);
  }

  @Test
  void aLongOnlyPositionCannotBeTurnedOver() {
    int longOnly = positions.obtain(1, 0, PositionSide.LONG);
    positions.trade(longOnly, Side.BUY, 3, 30, CostMethod.FIFO);
    assertThatThrownBy(() -> positions.trade(longOnly, Side.SELL, 4, 40, CostMethod.FIFO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 lots");
    assertThat(positions.position(longOnly)).isEqualTo(position(3, 30, 0));
  }

  @Test
  void noMoreCanBeTakenFromOpenOrdersThanWasAdded() {
    positions.addOpen(row, Side.BUY, 3, 30);
    assertThatThrownBy(() -> positions.addOpen(row, Side.BUY, -4, -30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("buy -1 lots");
  }

  @Test
  void aSplitScalesTheOpeningsAndKeepsTheirCost() {
    buy(10, 70, CostMethod.FIFO);
    buy(10, 140, CostMethod.FIFO);
    positions.adjust(row, 140, 2_100); // seven for one
    assertThat(sell(70, 20, CostMethod.FIFO)).isEqualTo(70 * 20 - 700);
    assertThat(positions.position(row)).isEqualTo(position(70, 1_400, 700));
  }

  @Test
  void anOpeningThatFallsBelowALotHandsItsCostOn() {
    buy(1, 10, CostMethod.FIFO);
    buy(9, 20, CostMethod.FIFO);
    buy(10, 30, CostMethod.FIFO);
    positions.adjust(row, 2, 490); // one for ten
    assertThat(sell(1, 190, CostMethod.FIFO)).isZero();
    assertThat(positions.position(row)).isEqualTo(position(1, 300, 0));
  }

  @Test
  void aFractionPaidOutIsRealizedWithoutAFill() {
    buy(3, 10, CostMethod.FIFO);
    positions.adjust(row, 1, 20); // one for two, and half a share for 12 in cash
    positions.realize(row, 12 - 10);
    assertThat(positions.position(row)).isEqualTo(position(1, 20, 2));
  }

  @Test
  void aRowIsForgottenOnlyWhenIdleAndReported() {
    assertThatThrownBy(() -> positions.forget(row)).hasMessageContaining("not reported");
    positions.drainTouched(touched -> {});
    positions.addOpen(row, Side.BUY, 1, 10);
    positions.drainTouched(touched -> {});
    assertThatThrownBy(() -> positions.forget(row)).hasMessageContaining("not idle");
    positions.addOpen(row, Side.BUY, -1, -10);
    positions.drainTouched(positions::forget);
    assertThat(positions.find(0, 0, PositionSide.NET)).isEqualTo(Positions.NONE);
    assertThat(positions.size()).isZero();
  }

  @Test
  void touchedRowsAreReportedOnceInTheSequenceOfFirstTouch() {
    int second = positions.obtain(0, 1, PositionSide.NET);
    positions.drainTouched(touched -> {});
    List<Integer> reported = new ArrayList<>();
    positions.setMargin(second, 5);
    buy(1, 1, CostMethod.FIFO);
    positions.setMargin(second, 6);
    positions.drainTouched(
        touched -> {
          reported.add(touched);
          positions.setMargin(second, 7);
        });
    assertThat(reported).containsExactly(second, row);
    reported.clear();
    positions.drainTouched(reported::add);
    assertThat(reported).as("what the handler changed").containsExactly(second);
    positions.setMargin(second, 7);
    positions.drainTouched(touched -> assertThat(touched).as("nothing changed").isNull());
  }

  @Test
  void thereIsRoomForAsManyRowsAsTheBoundSays() {
    Positions small = new Positions(2, 16);
    small.obtain(0, 0, PositionSide.LONG);
    small.obtain(0, 0, PositionSide.SHORT);
    assertThat(small.hasRoomFor(0)).isTrue();
    assertThat(small.hasRoomFor(1)).isFalse();
    assertThat(small.obtain(0, 0, PositionSide.LONG)).isEqualTo(0);
    assertThatThrownBy(() -> small.obtain(1, 0, PositionSide.NET)).hasMessageContaining("2");
  }

  @Test
  void openingsThatDoNotAddUpAreNoSnapshot() {
    buy(1, 10, CostMethod.FIFO);
    buy(1, 20, CostMethod.FIFO);
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    SnapshotWriter out = new SnapshotWriter(buffer);
    positions.write(out);
    buffer.putLong(Long.BYTES * 2, 3); // the quantity
    assertThatThrownBy(() -> new Positions().read(new SnapshotReader(buffer, 0, out.length())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 openings of 2 lots at 30 in a position of 3 at 30");
  }
}

package io.ratel.exchange.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.ratel.model.order.Side;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Positions at average cost. */
class PositionTest {
  @Test
  void buyingMoreAveragesAndSellingSomeRealizes() {
    Position position =
        Position.FLAT
            .traded(Side.BUY, 10, 1_000)
            .traded(Side.BUY, 10, 2_000)
            .traded(Side.SELL, 5, 1_000);
    assertEquals(new Position(15, 2_250, 250), position);
    assertEquals(750, position.unrealizedPnl(3_000));
  }

  @Test
  void aShortPositionEarnsWhenItIsBoughtBackForLess() {
    Position shorted = Position.FLAT.traded(Side.SELL, 4, 400);
    assertEquals(new Position(-4, -400, 0), shorted);
    assertEquals(40, shorted.unrealizedPnl(-360));
    assertEquals(new Position(0, 0, 40), shorted.traded(Side.BUY, 4, 360));
  }

  @Test
  void aFillBeyondThePositionTurnsItOver() {
    Position turned = Position.FLAT.traded(Side.BUY, 2, 200).traded(Side.SELL, 5, 550);
    assertEquals(new Position(-3, -330, 20), turned);
  }

  @Test
  void aShareOfTheCostIsRoundedHalfToEvenAndTheRestStays() {
    // Half of 3 is 1.5, half of 5 is 2.5: both go to 2.
    assertEquals(
        new Position(1, 1, -2), Position.FLAT.traded(Side.BUY, 2, 3).traded(Side.SELL, 1, 0));
    assertEquals(
        new Position(-1, -3, 2), Position.FLAT.traded(Side.SELL, 2, 5).traded(Side.BUY, 1, 0));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Position full = Position.FLAT.traded(Side.BUY, Long.MAX_VALUE, 1);
    assertThrows(ArithmeticException.class, () -> full.traded(Side.BUY, 1, 1));
  }

  /** Whatever is rounded on the way: closed at last, what was earned is what came in less out. */
  @Property(tries = 500)
  void closedAtLastItHasEarnedWhatCameInLessWhatWentOut(@ForAll long seed) {
    Random random = new Random(seed);
    Position position = Position.FLAT;
    long cash = 0;
    for (int i = 0; i < 50; i++) {
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long lots = 1 + random.nextInt(1_000);
      long value = random.nextInt(1_000_000);
      position = position.traded(side, lots, value);
      cash += side == Side.BUY ? -value : value;
      assertEquals(cash, position.realizedPnl() - position.cost(), "nothing is lost on the way");
    }
    if (position.quantity() != 0) {
      Side out = position.quantity() > 0 ? Side.SELL : Side.BUY;
      position = position.traded(out, Math.abs(position.quantity()), 77);
      cash += out == Side.BUY ? -77 : 77;
    }
    assertEquals(new Position(0, 0, cash), position);
  }
}

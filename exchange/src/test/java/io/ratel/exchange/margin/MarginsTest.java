package io.ratel.exchange.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.position.Position;
import io.ratel.model.order.Side;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarginsTest {
  private static final long MAX = Long.MAX_VALUE;

  /** exchange-core, margin trade: 40 offered at 10770, 30 of them sold, 10 still open. */
  @Test
  void aShortOf30WithTenMoreOnOfferIsExposedFor40() {
    long exposure = Margins.exposure(-30, -30 * 10_770, 0, 0, 10, 10 * 10_770);
    assertThat(exposure).isEqualTo(40 * 10_770);
  }

  @Test
  void ordersThatOnlyCloseAddNothing() {
    assertThat(Margins.exposure(30, 300, 0, 0, 30, 330)).isEqualTo(300);
    assertThat(Margins.exposure(-30, -300, 10, 90, 0, 0)).isEqualTo(300);
  }

  @Test
  void whatIsBeyondClosingCountsAndIsRoundedUp() {
    assertThat(Margins.exposure(1, 1, 0, 0, 3, 100)).isEqualTo(67);
    assertThat(Margins.exposure(-1, -1, 3, 100, 0, 0)).isEqualTo(67);
  }

  @Test
  void aFlatAccountIsExposedForTheLargerOfItsSides() {
    assertThat(Margins.exposure(0, 0, 5, 50, 5, 60)).isEqualTo(60);
    assertThat(Margins.exposure(0, 0, 0, 0, 0, 0)).isZero();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Margins.exposure(1, MAX, 1, 1, 0, 0))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Margins.exposure(-1, -MAX, 0, 0, 1, 1))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Margins.exposure(-1, -1, MAX, MAX, 0, 0)).isEqualTo(MAX - 1);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> Margins.exposure(1, -1, 0, 0, 0, 0)).hasMessageContaining("-1");
    assertThatThrownBy(() -> Margins.exposure(0, 4, 0, 0, 0, 0)).hasMessageContaining("4");
    assertThatThrownBy(() -> Margins.exposure(1, 1, 0, 0, -2, 0)).hasMessageContaining("-2");
  }

  /**
   * Buys at one price and sells at another fill in any sequence: the cost never goes beyond the
   * exposure, but for the half unit each share of a cost may be rounded by, and filling one side
   * alone gets there.
   */
  @Property(tries = 2_000)
  void noSequenceOfFillsGoesBeyondTheExposureAndOneSideAloneReachesIt(
      @ForAll long seed,
      @ForAll @IntRange(min = -40, max = 40) int quantity,
      @ForAll @IntRange(max = 60) int buys,
      @ForAll @IntRange(max = 60) int sells) {
    Random random = new Random(seed);
    long entry = 1 + random.nextInt(1_000);
    long bid = 1 + random.nextInt(1_000);
    long ask = bid + 1 + random.nextInt(50);
    Position start = new Position(quantity, quantity * entry, 0);
    long exposure =
        Margins.exposure(quantity, quantity * entry, buys, buys * bid, sells, sells * ask);
    Position position = start;
    int buysLeft = buys;
    int sellsLeft = sells;
    while (buysLeft + sellsLeft > 0) {
      boolean buy = random.nextInt(buysLeft + sellsLeft) < buysLeft;
      position = position.traded(buy ? Side.BUY : Side.SELL, 1, buy ? bid : ask);
      buysLeft -= buy ? 1 : 0;
      sellsLeft -= buy ? 0 : 1;
      assertThat(Math.abs(position.cost())).isLessThanOrEqualTo(exposure + buys + sells);
    }
    Position bought = buys == 0 ? start : start.traded(Side.BUY, buys, buys * bid);
    Position sold = sells == 0 ? start : start.traded(Side.SELL, sells, sells * ask);
    long reached = Math.max(Math.abs(bought.cost()), Math.abs(sold.cost()));
    assertThat(exposure).isEqualTo(Math.max(Math.abs(start.cost()), reached));
  }
}

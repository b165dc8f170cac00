package io.ratel.exchange.corporateaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.position.Positions;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.PositionSide;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CorporateActionTest {
  @Test
  void aSplitMultipliesLotsAndDividesPrices() {
    Split split = new Split(7, 1);
    assertThat(split.holding(100, 64_557_00, 92_22)).isEqualTo(new Holding(700, 64_557_00, 0, 0));
    assertThat(split.price(Side.BUY, 645_57)).isEqualTo(92_22);
    assertThat(split.price(Side.SELL, 645_57)).isEqualTo(92_23);
  }

  @Test
  void aReverseSplitPaysTheFractionAndRealizesIt() {
    Split split = new Split(1, 10);
    // 25 lots at 1.00 become 2; half a lot at 12.00 pays 6.00 and had cost 5.00
    assertThat(split.holding(25, 25_00, 12_00)).isEqualTo(new Holding(2, 20_00, 6_00, 1_00));
    assertThat(split.holding(-25, -25_00, 12_00)).isEqualTo(new Holding(-2, -20_00, -6_00, -1_00));
    assertThat(split.holding(5, 5_00, 12_00)).isEqualTo(new Holding(0, 0, 6_00, 1_00));
    assertThat(split.lots(9)).as("what remains of an order").isZero();
    assertThat(split.holding(25, 25_00, 0)).as("unpaid").isEqualTo(new Holding(2, 25_00, 0, 0));
    assertThat(split.owned(2_550, 100, 12_00)).isEqualTo(new Split.Owned(200, 6_60));
    assertThat(split.owned(2_559, 100, 0)).isEqualTo(new Split.Owned(255, 0));
  }

  /** Worked out with fractions as they are, rounded once. */
  @Property(tries = 1_000)
  void noCostIsLostInASplitOrASpinOff(
      @ForAll @IntRange(min = -100_000, max = 100_000) int lots,
      @ForAll @IntRange(max = 10_000) int price,
      @ForAll @IntRange(min = 1, max = 30) int numerator,
      @ForAll @IntRange(min = 1, max = 30) int denominator,
      @ForAll @IntRange(max = 1_000_000) int costPpm) {
    long cost = (long) lots * price;
    Holding split = new Split(numerator, denominator).holding(lots, cost, 777);
    BigDecimal exact =
        BigDecimal.valueOf((long) lots * numerator)
            .divide(BigDecimal.valueOf(denominator), 12, RoundingMode.HALF_EVEN);
    assertThat(split.lots()).isEqualTo(exact.setScale(0, RoundingMode.DOWN).longValueExact());
    BigDecimal fraction = exact.subtract(BigDecimal.valueOf(split.lots()));
    assertThat(BigDecimal.valueOf(split.cash()).subtract(fraction.multiply(new BigDecimal(777))))
        .isBetween(new BigDecimal("-0.5001"), new BigDecimal("0.5001"));
    assertThat(split.cost() - split.realizedPnl() + split.cash()).isEqualTo(cost);
    assertThat(Long.signum(split.cost()) * Long.signum(lots)).isBetween(0, 1);

    SpinOff spinOff = new SpinOff(numerator, denominator, costPpm);
    Holding child = spinOff.child(lots, cost, 777);
    assertThat(spinOff.parentCost(cost) + child.cost() - child.realizedPnl() + child.cash())
        .isEqualTo(cost);
    assertThat(child.lots()).isEqualTo(split.lots());
  }

  /** A position made of openings, taken through splits: it stays whole and can be closed. */
  @Property(tries = 200)
  void aPositionGoesThroughSplitsWithNothingLost(@ForAll long seed) {
    Random random = new Random(seed);
    Positions positions = new Positions();
    int row = positions.obtain(0, 0, PositionSide.NET);
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long worth = 0;
    for (int i = 0; i < 40; i++) {
      long lots = 1 + random.nextInt(100);
      long value = random.nextInt(10_000);
      if (random.nextInt(4) > 0) {
        positions.trade(row, side, lots, value, CostMethod.FIFO);
        worth += side == Side.BUY ? value : -value;
        continue;
      }
      Split split = new Split(1 + random.nextInt(5), 1 + random.nextInt(5));
      Holding after = split.holding(positions.quantity(row), positions.cost(row), value);
      positions.adjust(row, after.lots(), after.cost());
      positions.realize(row, after.realizedPnl());
      worth -= after.cash();
      assertThat(positions.cost(row) - positions.realizedPnl(row)).isEqualTo(worth);
    }
    while (positions.quantity(row) != 0) {
      long held = Math.abs(positions.quantity(row));
      positions.trade(row, side.opposite(), 1 + random.nextLong(held), 0, CostMethod.FIFO);
    }
    assertThat(positions.realizedPnl(row)).isEqualTo(-worth);
  }

  @Test
  void aDividendIsPaidToTheNearestCentAndByWhoIsShort() {
    Dividend dividend = new Dividend(205, 10); // 0.205 a share
    assertThat(dividend.cash(1_000, 1)).isEqualTo(205_00);
    assertThat(dividend.cash(1, 1)).as("20.5 cents, half to even").isEqualTo(20);
    assertThat(dividend.cash(3, 1)).as("61.5 cents, half to even").isEqualTo(62);
    assertThat(dividend.cash(150, 100)).as("30.75 cents on a lot and a half").isEqualTo(31);
    assertThat(dividend.perLot()).isEqualTo(21);
    assertThat(dividend.due(1_000)).isEqualTo(205_00);
    assertThat(dividend.due(1)).as("who receives does without the fraction").isEqualTo(20);
    assertThat(dividend.due(-1)).as("who pays pays it").isEqualTo(-21);
  }

  @Test
  void rightsAreForWholeLotsOfWhoIsLong() {
    Rights rights = new Rights(1, 4, 8_00);
    assertThat(rights.granted(103)).isEqualTo(25);
    assertThat(rights.granted(-103)).isZero();
    // four at 10.00 and one at 8.00 are five at 9.60
    assertThat(rights.valueAfter(10_00)).isEqualTo(9_60);
    assertThat(rights.rightValue(10_00)).isEqualTo(40);
    assertThat(rights.cost(500_00, 10_00)).as("40 of each 1000").isEqualTo(20_00);
    assertThat(rights.cost(500_00, 7_00)).isZero();
    assertThat(rights.valueAfter(7_00)).as("nobody buys for more").isEqualTo(7_00);
  }

  /** What was held and what is paid in are worth what is held then. */
  @Property(tries = 500)
  void whoUsesAllRightsIsAsRichAsBefore(
      @ForAll @IntRange(min = 1, max = 20) int numerator,
      @ForAll @IntRange(min = 1, max = 20) int denominator,
      @ForAll @IntRange(min = 1, max = 5_000) int price,
      @ForAll @IntRange(min = 5_000, max = 50_000) int before) {
    Rights rights = new Rights(numerator, denominator, price);
    long held = denominator * 10L;
    long bought = rights.granted(held);
    assertThat(bought).isEqualTo(numerator * 10L);
    long paid = held * before + bought * price;
    long owned = (held + bought) * rights.valueAfter(before);
    assertThat(Math.abs(paid - owned))
        .as("half a unit a lot")
        .isLessThanOrEqualTo((held + bought) / 2);
  }

  @Test
  void whatCannotBeIsRefusedWithTheValue() {
    assertThatThrownBy(() -> new Split(0, 1)).hasMessageContaining("0 for 1");
    assertThatThrownBy(() -> new SpinOff(1, -2, 1)).hasMessageContaining("1 for -2");
    assertThatThrownBy(() -> new SpinOff(1, 1, 1_000_001)).hasMessageContaining("1000001");
    assertThatThrownBy(() -> new Dividend(-5, 1)).hasMessageContaining("-5");
    assertThatThrownBy(() -> new Dividend(1, 0)).hasMessageContaining("for 0 lots");
    assertThatThrownBy(() -> new Rights(1, 1, 0)).hasMessageContaining("1 for 1 at 0");
    assertThatThrownBy(() -> new Split(3, 1).lots(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Split(3, 1).holding(Long.MAX_VALUE, 0, 1))
        .isInstanceOf(ArithmeticException.class);
  }
}

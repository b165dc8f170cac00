package io.ratel.server.demo.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.order.Side;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.DemoMarkets;
import org.junit.jupiter.api.Test;

class InventoryQuoteTest {
  private static final DemoMarket BITCOIN = DemoMarkets.first(1).getFirst();

  @Test
  void aMakerThatIsLongQuotesLowerAndOneThatIsShortHigher() {
    double flat = InventoryQuote.of(100, 0.2, 0).reservation();
    assertThat(flat).isEqualTo(100);
    assertThat(InventoryQuote.of(100, 0.2, 10).reservation()).isLessThan(flat);
    assertThat(InventoryQuote.of(100, 0.2, -10).reservation()).isGreaterThan(flat);
  }

  @Test
  void theSpreadGrowsWithTheRiskAndStaysWithinItsBounds() {
    InventoryQuote calm = InventoryQuote.of(100, 0.1, 0);
    InventoryQuote wild = InventoryQuote.of(100, 0.4, 0);
    assertThat(wild.half()).isGreaterThan(2 * calm.half());
    assertThat(wild.widened(100, 0.01, 0.3).half()).isEqualTo(0.3);
    assertThat(calm.widened(0, 0.01, 0.3).half()).isEqualTo(0.01);
  }

  @Test
  void aLadderIsOrderedUncrossedAndRoundBehindItsFirstRung() {
    InventoryQuote quote = new InventoryQuote(97_251.37, 9.5);
    for (boolean first : new boolean[] {true, false}) {
      Ladder ladder = new Ladder(BITCOIN, quote, 8, first);
      assertThat(ladder.price(Side.BUY, 0)).isLessThan(ladder.price(Side.SELL, 0));
      for (int rung = 1; rung < ladder.rungs(); rung++) {
        assertThat(ladder.price(Side.BUY, rung)).isLessThan(ladder.price(Side.BUY, rung - 1));
        assertThat(ladder.price(Side.SELL, rung)).isGreaterThan(ladder.price(Side.SELL, rung - 1));
        assertThat(ladder.price(Side.BUY, rung) % 1_000).as("whole tens of USD").isZero();
        assertThat(ladder.price(Side.SELL, rung) % 1_000).as("whole tens of USD").isZero();
      }
    }
  }

  @Test
  void theGridIsOneTwoOrFiveTimesAPowerOfTen() {
    assertThat(Ladder.grid(97_250, 0.01)).isEqualTo(1_000);
    assertThat(Ladder.grid(3_380, 0.01)).isEqualTo(50);
    assertThat(Ladder.grid(184.20, 0.01)).isEqualTo(2);
    assertThat(Ladder.grid(12.40, 0.01)).isEqualTo(1);
  }
}

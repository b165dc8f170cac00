package io.ratel.marketdata.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TurnoverTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_700_000_000L * SECOND;
  private static final Market MARKET = new Market(Symbol.of("X:A-B"), 8, 8);

  @Property(tries = 200)
  void sumsAreExactOverTheLastThirtySteps(
      @ForAll @IntRange(min = 1, max = 200) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Turnover window = new Turnover(30 * SECOND);
    List<Trade> trades = new ArrayList<>();
    long now = START;
    for (int i = 0; i < count; i++) {
      now += random.nextLong(3 * SECOND);
      long price = 1 + random.nextLong(1L << 62);
      long quantity = 1 + random.nextLong(1L << 54);
      Trade trade = new Trade(MARKET, "" + i, price, quantity, Side.BUY, now, now);
      trades.add(trade);
      window.add(trade);
    }
    BigDecimal turnover = BigDecimal.ZERO;
    BigDecimal volume = BigDecimal.ZERO;
    for (Trade trade : trades) {
      if (trade.exchangeTimeNs() / SECOND > now / SECOND - 30) {
        BigDecimal quantity = BigDecimal.valueOf(trade.quantity(), 8);
        turnover = turnover.add(quantity.multiply(BigDecimal.valueOf(trade.price(), 8)));
        volume = volume.add(quantity);
      }
    }
    assertThat(window.sums(now).turnover()).isEqualByComparingTo(turnover);
    assertThat(window.sums(now).volume()).isEqualByComparingTo(volume);
  }

  @Test
  void nothingIsLeftWhenTheWindowHasPassed() {
    Turnover window = new Turnover(30 * SECOND);
    window.add(new Trade(MARKET, "1", 5, 7, Side.BUY, START, START));
    assertThat(window.sums(START + 29 * SECOND).volume()).isPositive();
    assertThat(window.sums(START + 30 * SECOND).volume()).isZero();
    Market finer = new Market(MARKET.symbol(), 9, 8);
    window.add(new Trade(finer, "2", 5, 7, Side.BUY, START + 1, START + 1));
    assertThat(window.sums(START + 1).turnover()).isEqualByComparingTo("0.00000000000000035");
  }
}

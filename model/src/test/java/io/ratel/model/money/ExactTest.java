package io.ratel.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExactTest {
  private static final RoundingMode[] ROUNDINGS = {
    RoundingMode.DOWN,
    RoundingMode.UP,
    RoundingMode.FLOOR,
    RoundingMode.CEILING,
    RoundingMode.HALF_EVEN
  };

  @Property
  void roundsAsBigDecimalDoes(@ForAll long a, @ForAll long b, @ForAll @LongRange(min = 1) long c) {
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    for (RoundingMode rounding : ROUNDINGS) {
      BigInteger expected =
          new BigDecimal(product).divide(BigDecimal.valueOf(c), 0, rounding).toBigInteger();
      if (expected.bitLength() < Long.SIZE) {
        assertThat(Exact.mulDiv(a, b, c, rounding)).isEqualTo(expected.longValueExact());
      } else {
        assertThatThrownBy(() -> Exact.mulDiv(a, b, c, rounding))
            .isInstanceOf(ArithmeticException.class);
      }
    }
  }

  @Property
  void roundsSmallNumbersAsBigDecimalDoes(
      @ForAll @LongRange(min = -50, max = 50) long a,
      @ForAll @LongRange(min = -50, max = 50) long b,
      @ForAll @LongRange(min = 1, max = 50) long c) {
    roundsAsBigDecimalDoes(a, b, c);
  }

  @Test
  void refusesAQuotientByNothing() {
    assertThatThrownBy(() -> Exact.mulDiv(1, 1, 0, RoundingMode.DOWN))
        .hasMessageContaining("positive");
  }
}

package io.ratel.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
  @Property
  void writesAndReadsEveryLongAsBigDecimalDoes(
      @ForAll long value, @ForAll @IntRange(max = 18) int scale) {
    String text = FixedPoint.format(value, scale);
    assertThat(text).isEqualTo(BigDecimal.valueOf(value, scale).toPlainString());
    assertThat(FixedPoint.parse(text, scale)).isEqualTo(value);
    assertThat(FixedPoint.parse(FixedPoint.trimmed(value, scale), scale)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "1.50,1,15",
    ".5,2,50",
    "3.,0,3",
    "-0.05,2,-5",
    "+7,0,7",
    "0.000,0,0",
    "1.2300,2,123"
  })
  void readsPlainDecimals(String text, int scale, long value) {
    assertThat(FixedPoint.parse(text, scale)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "-", "1e5", "NaN", "1,000", " 1", "1 ", "0x1", "1.2.3", "--1", "١"})
  void refusesWhatIsNoPlainDecimal(String text) {
    assertThatThrownBy(() -> FixedPoint.parse(text, 2))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("is not a decimal number");
  }

  @Test
  void refusesWhatWouldHaveToBeRoundedOrWrapped() {
    assertThatThrownBy(() -> FixedPoint.parse("0.001", 2)).hasMessage("has more than 2 decimals");
    assertThatThrownBy(() -> FixedPoint.parse("92233720368547758.08", 2))
        .hasMessage("is too large");
    assertThat(FixedPoint.parse("-92233720368547758.08", 2)).isEqualTo(Long.MIN_VALUE);
    assertThatThrownBy(() -> FixedPoint.parse("9".repeat(40), 0)).hasMessage("is too large");
    assertThatThrownBy(() -> FixedPoint.rescale(125, 2, 1)).isInstanceOf(ArithmeticException.class);
    assertThat(FixedPoint.rescale(120, 2, 1)).isEqualTo(12);
  }
}

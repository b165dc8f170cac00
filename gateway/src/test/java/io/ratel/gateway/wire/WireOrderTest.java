package io.ratel.gateway.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.instrument.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireOrderTest {
  @ParameterizedTest
  @CsvSource({
    "0.01, 30000, 3, 100.00",
    "0.01, 10001, 2, 50.005",
    "0.01, 10000, 3, 33.3333333333",
    "0.25, 7, 2, 0.875",
    "5, 3, 2, 7.5",
    "0.01, 9223372036854775807, 1, 92233720368547758.07",
  })
  void averagesExactlyOrToEightMoreDecimals(
      String tick, long turnover, long filled, String average) {
    assertThat(requireNonNull(WireOrder.average(Step.of(tick), turnover, filled)).text())
        .isEqualTo(average);
  }

  @Test
  void hasNoAverageOfNothing() {
    assertThat(WireOrder.average(Step.of("0.01"), 0, 0)).isNull();
  }
}

package io.ratel.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Property
  void aQuantileIsTheSmallestSampleThatEnoughSamplesDoNotExceed(
      @ForAll @Size(min = 1, max = 200) long[] durations,
      @ForAll @DoubleRange(min = 0, minIncluded = false, max = 1) double share) {
    long quantile = Samples.of(durations).quantile(share);
    double needed = share * durations.length;
    long notAbove = LongStream.of(durations).filter(d -> d <= quantile).count();
    long below = LongStream.of(durations).filter(d -> d < quantile).count();
    assertThat(durations).contains(quantile);
    assertThat((double) notAbove).isGreaterThanOrEqualTo(needed);
    assertThat((double) below).isLessThan(needed);
  }

  @Test
  void noSamplesHaveNoQuantiles() {
    assertThatThrownBy(() -> Samples.of(new long[0])).hasMessage("nothing was sampled");
  }

  @Test
  void aShareOfNothingIsRefused() {
    Samples samples = Samples.of(new long[] {1});
    assertThatThrownBy(() -> samples.quantile(0)).hasMessageContaining("was 0.0");
  }
}

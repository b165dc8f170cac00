package io.ratel.marketdata.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ObservationIntakeTest {
  private static final SeriesKey RATE = new SeriesKey(SeriesKind.OBSERVATION, "FRED", "DFF", "US");
  private static final SeriesKey OTHER = new SeriesKey(SeriesKind.OBSERVATION, "FRED", "M2", "US");

  private final MemorySeries store = new MemorySeries();
  private final ObservationIntake intake = new ObservationIntake(store);

  @Test
  void onlyWhatIsNewOrRevisedIsStored() {
    Observation first = new Observation(RATE, 1, 5.25, 10);
    Observation second = new Observation(RATE, 2, 5.5, 10);
    assertThat(intake.accept(List.of(second, first, new Observation(OTHER, 1, 5.25, 10))))
        .isEqualTo(3);
    Observation revised = new Observation(RATE, 1, 5.26, 20);

    assertThat(intake.accept(List.of(revised, new Observation(RATE, 2, 5.5, 20)))).isEqualTo(1);
    assertThat(intake.accept(List.of(new Observation(RATE, 1, 5.26, 30)))).isZero();
    assertThat(intake.accept(List.of())).isZero();
    assertThat(store.appended).isEqualTo(4);
    assertThat(store.observations(RATE, 1, 2, 20, 9)).containsExactly(revised);
  }

  @Test
  void whatIsNoNumberOrHasNoNameIsRefused() {
    assertThatThrownBy(() -> new Observation(RATE, 1, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Observation(RATE, -1, 1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new SeriesKey(SeriesKind.FACTOR, "a", "b' OR 1", "c"))
        .hasMessageContaining("b' OR 1");
  }
}

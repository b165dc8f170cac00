package io.ratel.marketdata.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ObservationIntakeTest {
  private static final SeriesKey RATE = new SeriesKey(SeriesKind.OBSERVATION, "FRED", "DFF", "US");
  private static final SeriesKey OTHER = new SeriesKey(SeriesKind.OBSERVATION, "FRED", "M2", "US");

  /** Keeps what is appended, in memory. */
  private static final class Memory implements AnalyticsStore {
    final List<Observation> appended = new ArrayList<>();

    @Override
    public void appendDailyBars(List<Bar> bars) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Bar> dailyBars(Symbol symbol, long fromNs, long toNs, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void append(List<Observation> observations) {
      appended.addAll(observations);
    }

    @Override
    public List<Observation> observations(
        SeriesKey key, long fromNs, long toNs, long asOfNs, int limit) {
      TreeMap<Long, Observation> newest = new TreeMap<>();
      appended.stream()
          .filter(each -> each.key().equals(key))
          .filter(each -> each.timeNs() >= fromNs && each.timeNs() < toNs)
          .forEach(each -> newest.put(each.timeNs(), each));
      return List.copyOf(newest.values());
    }

    @Override
    public List<SeriesSummary> series(SeriesKind kind) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<SeriesKey> keysBefore(SeriesKind kind, long timeNs) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void dropBefore(SeriesKind kind, long timeNs) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private final Memory store = new Memory();
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
    assertThat(store.appended).hasSize(4).contains(revised);
  }

  @Test
  void whatIsNoNumberOrHasNoNameIsRefused() {
    assertThatThrownBy(() -> new Observation(RATE, 1, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Observation(RATE, -1, 1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new SeriesKey(SeriesKind.FACTOR, "a", "b' OR 1", "c"))
        .hasMessageContaining("b' OR 1");
  }
}

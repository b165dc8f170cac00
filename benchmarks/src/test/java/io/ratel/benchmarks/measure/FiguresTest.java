package io.ratel.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void theMedianOfAnOddNumberOfRunsIsTheMiddleOne() {
    Figures median = Figures.median(List.of(Figures.of(9), Figures.of(1), Figures.of(4)));
    assertThat(median).isEqualTo(Figures.of(4));
  }

  @Test
  void theMedianOfAnEvenNumberOfRunsLiesBetweenTheMiddleTwo() {
    assertThat(Figures.median(List.of(Figures.perSecond(10), Figures.perSecond(20))))
        .isEqualTo(Figures.perSecond(15));
  }

  @Test
  void eachFigureHasItsOwnMedian() {
    Figures slowTail = new Figures(of(1), of(90), of(5));
    Figures middle = new Figures(of(2), of(10), of(7));
    Figures slow = new Figures(of(3), of(20), of(6));
    assertThat(Figures.median(List.of(slowTail, middle, slow)))
        .isEqualTo(new Figures(of(2), of(20), of(6)));
  }

  private static OptionalDouble of(double value) {
    return OptionalDouble.of(value);
  }
}

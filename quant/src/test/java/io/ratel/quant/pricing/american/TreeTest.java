package io.ratel.quant.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Progress;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.american.TreeOption.Exercise;
import io.ratel.quant.pricing.american.TreeOption.Steps;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreeTest {
  private static TreeOption.Answer put(int steps, Exercise exercise, Steps tree) {
    return new TreeOption(OptionType.PUT, 50, 50, 0, 0.1, 5.0 / 12, 0.4, steps, exercise, tree)
        .answer(Progress.NONE);
  }

  /** Hull's five steps: up 1.1224, down 0.8909, probability 0.5073, value 4.49. */
  @Test
  void fiveStepsAreHulls() {
    TreeOption.Answer hull = put(5, Exercise.AMERICAN, Steps.COX_ROSS_RUBINSTEIN);
    assertThat(hull.price()).isCloseTo(4.488459, offset(5e-7));
    assertThat(hull.up()).isCloseTo(1.1224, offset(5e-5));
    assertThat(hull.down()).isCloseTo(0.8909, offset(5e-5));
    assertThat(hull.probability()).isCloseTo(0.5073, offset(5e-5));
    assertThat(hull.delta()).isCloseTo(-0.41, offset(5e-3));
    assertThat(put(5, Exercise.EUROPEAN, Steps.COX_ROSS_RUBINSTEIN).price())
        .isCloseTo(4.319019, offset(5e-7));
  }

  @ParameterizedTest
  @EnumSource
  void manyStepsComeToBlackAndScholes(Steps tree) {
    double black = BlackScholes.price(-1, 50, 50, 0, 0.1, 5.0 / 12, 0.4);
    assertThat(put(2001, Exercise.EUROPEAN, tree).price()).isCloseTo(black, offset(2e-3));
    assertThat(put(2001, Exercise.AMERICAN, tree).price()).isCloseTo(4.2842, offset(2e-3));
  }

  @Test
  void oneStepHasADeltaTwoHaveAGamma() {
    TreeOption.Answer one = put(1, Exercise.EUROPEAN, Steps.COX_ROSS_RUBINSTEIN);
    assertThat(one.delta()).isBetween(-1.0, 0.0);
    assertThat(one.gamma()).isNaN();
    assertThat(one.theta()).isNaN();
    TreeOption.Answer two = put(2, Exercise.EUROPEAN, Steps.COX_ROSS_RUBINSTEIN);
    assertThat(two.gamma()).isPositive();
  }

  @Test
  void leisenAndReimersStepsAreOdd() {
    assertThatThrownBy(() -> put(4, Exercise.EUROPEAN, Steps.LEISEN_REIMER))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> assertThat(refused.field()).isEqualTo("steps"));
  }
}

package io.ratel.quant.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.QuantCatalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuantFunctionTest {
  private record Inner(@Argument(value = "A weight.", min = 0) double weight) {}

  private record Given(
      @Argument(value = "Returns.", missing = true, least = 2, most = 6) double[] returns,
      @Argument(value = "A matrix.", above = -1, below = 1, most = 4) double[][] matrix,
      @Argument(value = "Holdings.", most = 2) List<Inner> holdings,
      @Argument(value = "Days.", min = 1, max = 9) Optional<Integer> days) {}

  private record Sum(@Result("The sum.") double sum) {}

  private static final QuantFunction<Given, Sum> SUM =
      QuantFunction.of("tests", "sum", "Sum", Given.class, Sum.class)
          .convention("Plain.")
          .chosen(given -> given.days().map(days -> "Over " + days + " days.").orElse(""))
          .reference("Nobody (2000)")
          .example("Nobody, p. 1", "{}", "{}")
          .computes(given -> new Sum(given.returns()[0] + given.matrix()[0][0]));

  private static Given given(double[] returns, double[][] matrix, double weight, int days) {
    return new Given(returns, matrix, List.of(new Inner(weight)), Optional.of(days));
  }

  private static void refuses(Given given, String field, String value, String rule) {
    assertThatThrownBy(() -> SUM.answer(given, Progress.NONE))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.value()).isEqualTo(value);
              assertThat(refused.rule()).isEqualTo(rule);
            });
  }

  @Test
  void answersWithConventionHashAndReference() {
    double[] returns = {1, Double.NaN};
    double[][] matrix = {{0.5, 0}, {0, 0.5}};
    Answered<Sum> answer = SUM.answer(given(returns, matrix, 1, 3), Progress.NONE);
    assertThat(answer.figures().sum()).isEqualTo(1.5);
    assertThat(answer.convention()).isEqualTo("Plain. Over 3 days.");
    assertThat(answer.reference()).isEqualTo("Nobody (2000)");
    String hash = answer.inputsHash();
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(SUM.answer(given(returns.clone(), matrix, 1, 3), Progress.NONE).inputsHash())
        .isEqualTo(hash);
    assertThat(SUM.answer(given(returns, matrix, 2, 3), Progress.NONE).inputsHash())
        .isNotEqualTo(hash);
    assertThat(SUM.answer(given(new double[] {1, 0}, matrix, 1, 3), Progress.NONE).inputsHash())
        .isNotEqualTo(hash);
  }

  @Test
  void namesTheInputTheValueAndTheRule() {
    double[] fine = {1, 2};
    double[][] square = {{0, 0}};
    refuses(given(new double[] {1}, square, 1, 1), "returns", "1", "must have at least 2 elements");
    refuses(given(new double[7], square, 1, 1), "returns", "7", "must have at most 6 elements");
    double[] endless = {1, Double.POSITIVE_INFINITY};
    refuses(given(endless, square, 1, 1), "returns[1]", "Infinity", "must be a finite number");
    double[][] broken = {{0, Double.NaN}};
    String open = "must be a finite number above -1 and below 1";
    refuses(given(fine, broken, 1, 1), "matrix[0][1]", "NaN", open);
    refuses(given(fine, new double[][] {{1}}, 1, 1), "matrix[0][0]", "1.0", open);
    double[][] ragged = {{0, 0}, {0}};
    refuses(
        given(fine, ragged, 1, 1), "matrix[1]", "1 numbers", "must be as long as the first row, 2");
    refuses(
        given(fine, square, -1, 1),
        "holdings[0].weight",
        "-1.0",
        "must be a finite number at least 0");
    refuses(
        given(fine, square, 1, 10),
        "days",
        "10.0",
        "must be a finite number at least 1 and at most 9");
  }

  @Test
  void everyFunctionOfTheCatalogIsWhole() {
    assertThat(QuantCatalog.load().all())
        .isNotEmpty()
        .allSatisfy(
            function -> {
              assertThat(function.formula()).as(function.name()).isNotBlank();
              assertThat(function.convention()).as(function.name()).endsWith(".");
              assertThat(function.example().question()).as(function.name()).startsWith("{");
              for (var component : function.answer().getRecordComponents()) {
                assertThat(component.isAnnotationPresent(Result.class))
                    .as(function.name() + " " + component.getName())
                    .isTrue();
              }
            });
  }
}

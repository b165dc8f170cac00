package io.ratel.quant.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import io.ratel.quant.statistic.PublishedReturns;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentsTest {
  private static final QuantFunction<?, ?> COMPONENTS =
      Asking.named(Components.functions(), "risk/component-var");
  private static final double[] WEIGHTS = {0.3, 0.4, 0.3};

  private static JsonNode figures(double[] weights, String more) {
    return Asking.figures(
        COMPONENTS,
        "{\"returns\":"
            + PublishedReturns.EDHEC_THREE
            + ",\"weights\":"
            + Arrays.toString(weights)
            + more
            + "}");
  }

  /** PerformanceAnalytics, VaR by component of EDHEC columns 1 to 3. */
  @ParameterizedTest
  @CsvSource({"sample, 0.012916", "population, 0.012812"})
  void theGaussianPortfolioIsAsPrinted(String variance, double printed) {
    JsonNode figures = figures(WEIGHTS, ",\"variance\":\"" + variance + "\"");
    assertThat(figures.get("var").asDouble()).isCloseTo(printed, offset(5e-7));
  }

  @ParameterizedTest
  @EnumSource(ComponentQuestion.Method.class)
  void componentsAddUpAndMarginalsAreSlopes(ComponentQuestion.Method method) {
    String more = ",\"confidence\":0.93,\"method\":\"" + method.label() + "\"";
    JsonNode at = figures(WEIGHTS, more);
    double sum = 0;
    double sumEs = 0;
    for (int i = 0; i < 3; i++) {
      sum += at.get("component").get(i).asDouble();
      sumEs += at.get("componentEs").get(i).asDouble();
      double[] up = WEIGHTS.clone();
      double[] down = WEIGHTS.clone();
      up[i] += 1e-7;
      down[i] -= 1e-7;
      JsonNode above = figures(up, more);
      JsonNode below = figures(down, more);
      assertThat(at.get("marginal").get(i).asDouble())
          .isCloseTo(
              (above.get("var").asDouble() - below.get("var").asDouble()) / 2e-7, within(1e-7));
      assertThat(at.get("marginalEs").get(i).asDouble())
          .isCloseTo(
              (above.get("es").asDouble() - below.get("es").asDouble()) / 2e-7, within(1e-7));
      double[] without = WEIGHTS.clone();
      without[i] = 0;
      assertThat(at.get("incremental").get(i).asDouble())
          .isCloseTo(
              at.get("var").asDouble() - figures(without, more).get("var").asDouble(),
              within(1e-12));
      double[] alone = new double[3];
      alone[i] = WEIGHTS[i];
      assertThat(at.get("individual").get(i).asDouble())
          .isCloseTo(figures(alone, more).get("var").asDouble(), within(1e-12));
    }
    assertThat(sum).isCloseTo(at.get("var").asDouble(), within(1e-15));
    assertThat(sumEs).isCloseTo(at.get("es").asDouble(), within(1e-15));
  }

  /** One asset held once is the series alone, but for the sign. */
  @ParameterizedTest
  @CsvSource({
    "gaussian, 0.012133, 0.017133",
    "modified, 0.014674, 0.0233574",
    "historical, 0.014095, 0.024080",
  })
  void oneAssetIsTheSeriesAlone(String method, double var, double es) {
    double[] first = {1, 0, 0};
    String more = ",\"variance\":\"population\",\"method\":\"" + method + "\"";
    JsonNode figures = figures(first, more);
    assertThat(figures.get("var").asDouble()).isCloseTo(var, offset(5e-7));
    assertThat(figures.get("es").asDouble()).isCloseTo(es, offset(5e-7));
  }

  @Test
  void returnsThatDoNotVaryAreTheirMean() {
    for (ComponentQuestion.Method method : ComponentQuestion.Method.values()) {
      JsonNode figures =
          Asking.figures(
              COMPONENTS,
              "{\"returns\":[[0.01,-0.02],[0.01,-0.02]],\"weights\":[1,2],\"method\":\""
                  + method.label()
                  + "\"}");
      assertThat(figures.get("var").asDouble()).as(method.label()).isCloseTo(0.03, within(1e-15));
      assertThat(figures.get("es").asDouble()).as(method.label()).isCloseTo(0.03, within(1e-15));
    }
  }

  @Test
  void weightsMustBeOneForEachColumn() {
    assertThatThrownBy(() -> figures(new double[] {1}, ""))
        .hasMessage("weights must be as many as columns of returns, 3, was '1'");
    assertThatThrownBy(
            () -> Asking.figures(COMPONENTS, "{\"returns\":[[0.01],[null]],\"weights\":[1]}"))
        .hasMessage("returns must have at least 2 rows without null, was '1 whole rows'");
  }
}

package io.ratel.quant.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import io.ratel.quant.risk.tail.Tail;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StressesTest {
  private static final QuantFunction<?, ?> STRESS =
      Asking.named(Stresses.functions(), "risk/stress");

  private static JsonNode figures(String question) {
    return Asking.figures(STRESS, "{" + question + "}");
  }

  @Test
  void shocksAndDaysAreExposuresTimesChanges() {
    JsonNode figures =
        figures(
            "\"exposures\":[100,-50],\"gammas\":[0,400],\"scenarios\":[{\"name\":\"crash\","
                + "\"shocks\":[-0.3,-0.2]},{\"name\":\"rally\",\"shocks\":[0.1,0.2]}],"
                + "\"history\":[[0.01,0.01],[-0.02,0.03],[0.03,0.01]],\"worst\":2");
    assertThat(figures.get("scenarios").get(0).get("profit").asDouble())
        .isCloseTo(-30 + 10 + 8, within(1e-12));
    assertThat(figures.get("scenarios").get(1).get("contributions").get(1).asDouble())
        .isCloseTo(-10 + 8, within(1e-12));
    assertThat(figures.get("worstScenario").asText()).isEqualTo("crash");
    assertThat(figures.get("worstDays").get(0).get("row").asInt()).isEqualTo(1);
    assertThat(figures.get("worstDays").get(0).get("profit").asDouble())
        .isCloseTo(-2 - 1.5 + 0.18, within(1e-12));
    assertThat(figures.get("worstDays")).hasSize(2);
    assertThat(figures.get("reverseShock")).isEmpty();
  }

  /** J. Hull: the 5-day loss that 5 % exceed is 1.65 deviations away. */
  @Test
  void theReverseStressLosesTheAmountAndNoNearerShockDoes() {
    double[] exposures = {120000, 600000};
    double[][] covariance = {{0.002, 0.0003}, {0.0003, 0.0005}};
    JsonNode figures =
        figures(
            "\"exposures\":"
                + Arrays.toString(exposures)
                + ",\"covariance\":"
                + Asking.json(covariance)
                + ",\"loss\":26193");
    assertThat(figures.get("reverseDistance").asDouble()).isCloseTo(1.65, offset(5e-3));
    assertThat(figures.get("reverseProbability").asDouble()).isCloseTo(0.0495, offset(5e-5));
    double x = figures.get("reverseShock").get(0).asDouble();
    double y = figures.get("reverseShock").get(1).asDouble();
    assertThat(x * exposures[0] + y * exposures[1]).isCloseTo(-26193, within(1e-8));
    assertThat(Math.sqrt(mahalanobis(x, y)))
        .isCloseTo(figures.get("reverseDistance").asDouble(), within(1e-12));
    for (double step : new double[] {-0.001, 0.001}) {
      // Along the line of shocks that lose as much.
      assertThat(mahalanobis(x + 5 * step, y - step)).isGreaterThan(mahalanobis(x, y));
    }
  }

  private static double mahalanobis(double x, double y) {
    double determinant = 0.002 * 0.0005 - 0.0003 * 0.0003;
    return (0.0005 * x * x - 2 * 0.0003 * x * y + 0.002 * y * y) / determinant;
  }

  @Property(tries = 40)
  void componentsOfTheShortfallAddUp(
      @ForAll @IntRange(min = 1, max = 13) int n,
      @ForAll @IntRange(min = 20, max = 60) int days,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] exposures = random.doubles(n, -10, 10).toArray();
    double[][] history = new double[days][];
    double[] expected = new double[days];
    for (int t = 0; t < days; t++) {
      history[t] = random.doubles(n, -0.1, 0.1).toArray();
      for (int i = 0; i < n; i++) {
        expected[t] += exposures[i] * history[t][i];
      }
    }
    double[] profits = new double[days];
    ScenarioProfits.profits(exposures, history, profits);
    assertThat(profits).containsExactly(expected, within(1e-13));
    double var = ScenarioProfits.valueAtRisk(profits, 0.9);
    double es = ScenarioProfits.shortfall(profits, var);
    assertThat(var).isCloseTo(-Tail.historicalVar(profits, 0.9, 7), within(1e-15));
    assertThat(es).isCloseTo(-Tail.meanAtOrBelow(profits, -var), within(1e-13));
    double[] components = ScenarioProfits.components(exposures, history, profits, var);
    assertThat(Arrays.stream(components).sum()).isCloseTo(es, within(1e-12));
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThatThrownBy(() -> figures("\"exposures\":[1]"))
        .hasMessage("scenarios must be given, or history, or covariance and loss, was 'left out'");
    assertThatThrownBy(() -> figures("\"exposures\":[1],\"loss\":5"))
        .hasMessage("covariance must be given with loss, was 'left out'");
    assertThatThrownBy(
            () -> figures("\"exposures\":[1],\"scenarios\":[{\"name\":\"a\",\"shocks\":[1,2]}]"))
        .hasMessage("scenarios[0].shocks must be as many as exposures, 1, was '2'");
    assertThatThrownBy(() -> figures("\"exposures\":[1],\"covariance\":[[0]],\"loss\":5"))
        .hasMessage("covariance must let the exposures vary, was 'variance 0.0'");
  }
}

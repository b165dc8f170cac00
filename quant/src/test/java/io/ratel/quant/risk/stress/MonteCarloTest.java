package io.ratel.quant.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.covariance.CholeskyRoot;
import io.ratel.quant.covariance.Estimator;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import io.ratel.quant.statistic.Moments;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MonteCarloTest {
  private static final QuantFunction<?, ?> VAR =
      Asking.named(Stresses.functions(), "risk/monte-carlo-var");
  private static final String HULL =
      "\"exposures\":[10000000,5000000],\"covariance\":[[0.0004,0.00006],[0.00006,0.0001]],"
          + "\"confidence\":0.99,\"days\":10";

  private static JsonNode figures(String question) {
    return Asking.figures(VAR, "{" + question + "}");
  }

  /** J. Hull (2014): Microsoft and AT&T, 1,620,100 in closed form. */
  @Test
  void drawnLossesComeToTheClosedForm() {
    JsonNode figures = figures(HULL + ",\"paths\":200000");
    assertThat(figures.get("gaussianVar").asDouble()).isCloseTo(1_620_100, offset(50.0));
    double error = figures.get("standardError").asDouble();
    assertThat(error).isBetween(3_000.0, 9_000.0);
    assertThat(figures.get("var").asDouble()).isCloseTo(1_620_114, within(4 * error));
    double sum = 0;
    for (JsonNode component : figures.get("componentEs")) {
      sum += component.asDouble();
    }
    assertThat(sum).isCloseTo(figures.get("es").asDouble(), within(1e-6));
    assertThat(figures(HULL + ",\"paths\":200000")).isEqualTo(figures);
  }

  /** ½·γ·x² of one normal factor: the loss is −½·γ times a χ² number of one degree. */
  @Test
  void aCurvedPositionLosesChiSquared() {
    JsonNode figures =
        figures(
            "\"exposures\":[0],\"gammas\":[-2],\"covariance\":[[0.04]],\"paths\":200000,"
                + "\"confidence\":0.95");
    assertThat(figures.get("var").asDouble()).isCloseTo(0.04 * 3.8415, within(0.003));
    assertThat(figures.get("componentEs").get(0).asDouble())
        .isCloseTo(figures.get("es").asDouble(), within(1e-12));
  }

  /** Student's quantile of 4 degrees at 99 % is 3.747, its deviation √2. */
  @Test
  void studentsFactorsHaveItsTails() {
    JsonNode figures =
        figures(
            "\"exposures\":[1,1],\"covariance\":[[1,0],[0,1]],\"paths\":300000,"
                + "\"confidence\":0.99,\"degreesOfFreedom\":4");
    assertThat(figures.get("var").asDouble()).isCloseTo(3.747, within(0.08));
  }

  @Test
  void scenariosHaveTheirCovariance() {
    double[][] covariance = {{0.04, 0.01, 0}, {0.01, 0.09, -0.02}, {0, -0.02, 0.01}};
    double[][] root = CholeskyRoot.of("covariance", covariance);
    double[][] drawn =
        NormalScenarios.independent(100_000, 3, Double.POSITIVE_INFINITY, 5, Progress.NONE);
    double[][] seen = Estimator.sample(NormalScenarios.correlated(root, drawn, Progress.NONE));
    for (int i = 0; i < 3; i++) {
      assertThat(seen[i]).containsExactly(covariance[i], within(0.001));
    }
    double[][] student = NormalScenarios.independent(200_000, 1, 6, 5, Progress.NONE);
    assertThat(Moments.variance(Arrays.stream(student).mapToDouble(row -> row[0]).toArray()))
        .isCloseTo(1, within(0.02));
  }

  /** 500 positions in 10,000 scenarios, with the whole scenarios and with what is behind them. */
  @Test
  void manyPositionsLoseAlikeByScenariosAndByTheNumbersBehindThem() {
    int n = 500;
    Random random = new Random(3);
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        root[i][k] = 0.01 * random.nextGaussian();
      }
    }
    double[] exposures = random.doubles(n, -1, 1).toArray();
    double[][] drawn =
        NormalScenarios.independent(10_000, n, Double.POSITIVE_INFINITY, 11, Progress.NONE);
    double[] near = new double[drawn.length];
    ScenarioProfits.profits(NormalScenarios.loads(root, exposures), drawn, near);
    double[] whole = new double[drawn.length];
    ScenarioProfits.profits(
        exposures, NormalScenarios.correlated(root, drawn, Progress.NONE), whole);
    assertThat(near).containsExactly(whole, within(1e-10));
    double var = ScenarioProfits.valueAtRisk(near, 0.95);
    double deviation = Moments.deviation(near);
    assertThat(var / deviation).isCloseTo(1.645, within(0.06));
    assertThat(ScenarioProfits.shortfall(near, var) / deviation).isCloseTo(2.063, within(0.08));
  }

  @Test
  void singularCovariancesHaveARootAndIndefiniteOnesNone() {
    double[][] singular = {{1, 1, 0.5}, {1, 1, 0.5}, {0.5, 0.5, 2}};
    double[][] root = CholeskyRoot.of("covariance", singular);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double product = 0;
        for (int k = 0; k < 3; k++) {
          product += root[i][k] * root[j][k];
        }
        assertThat(product).isCloseTo(singular[i][j], within(1e-12));
      }
    }
    assertThat(CholeskyRoot.of("covariance", new double[2][2])).isDeepEqualTo(new double[2][2]);
    for (String indefinite : new String[] {"[[1,2],[2,1]]", "[[0,1],[1,0]]", "[[1,0],[0,-1]]"}) {
      assertThatThrownBy(() -> figures("\"exposures\":[1,1],\"covariance\":" + indefinite))
          .hasMessageStartingWith("covariance must be positive semi-definite");
    }
  }

  @Test
  void drawingIsBoundedAndStopsWhenNobodyWantsIt() {
    assertThatThrownBy(
            () ->
                NormalScenarios.independent(
                    1_000,
                    2,
                    Double.POSITIVE_INFINITY,
                    1,
                    part -> {
                      throw new Progress.CancelledException();
                    }))
        .isInstanceOf(Progress.CancelledException.class);
    String many = Arrays.toString(new double[200]);
    String covariance = Asking.json(new double[200][200]);
    assertThatThrownBy(
            () ->
                figures(
                    "\"exposures\":"
                        + many
                        + ",\"covariance\":"
                        + covariance
                        + ",\"paths\":1000000"))
        .hasMessageStartingWith("paths must not be more than 10,000,000 over the exposures");
  }
}

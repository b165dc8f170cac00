package io.ratel.quant.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {
  private static final QuantFunction<?, ?> VAR =
      Asking.named(Positions.functions(), "risk/portfolio-var");
  private static final String HULL =
      "\"positions\":[10000000,5000000],\"volatilities\":[0.02,0.01],"
          + "\"correlation\":[[1,0.3],[0.3,1]]";

  private static JsonNode figures(String question) {
    return Asking.figures(VAR, "{" + question + "}");
  }

  /** J. Hull, Options, Futures, and Other Derivatives: Microsoft and AT&T, with z 2.33. */
  @ParameterizedTest
  @CsvSource({
    "10, var, 1622657",
    "10, undiversified, 1842026",
    "10, diversification, 219369",
    "1, standardDeviation, 220227",
  })
  void hullsPortfolioIsAsPrinted(String days, String name, double printed) {
    String question = HULL + ",\"confidence\":0.99,\"z\":2.33,\"days\":" + days;
    assertThat(figures(question).get(name).asDouble()).isCloseTo(printed, offset(1.0));
  }

  /** J. Hull: four indices, equally weighted covariances, in thousands of dollars. */
  @Test
  void hullsFourIndicesAreAsPrinted() {
    JsonNode figures =
        figures(
            "\"positions\":[4000,3000,1000,2000],\"covariance\":"
                + "[[0.0001227,0.0000768,0.0000767,-0.0000095],"
                + "[0.0000768,0.0002010,0.0001817,0.0000394],"
                + "[0.0000767,0.0001817,0.0001950,0.0000407],"
                + "[-0.0000095,0.0000394,0.0000407,0.0001909]],\"confidence\":0.99");
    assertThat(figures.get("standardDeviation").asDouble()).isCloseTo(93.60, offset(5e-3));
    assertThat(figures.get("var").asDouble()).isCloseTo(217.757, offset(0.01));
  }

  /** J. Hull: options on both, by their deltas; 5 days at 95 % with z 1.65. */
  @Test
  void hullsOptionsAreAsPrinted() {
    JsonNode figures =
        figures(
            "\"positions\":[120000,600000],\"volatilities\":[0.02,0.01],"
                + "\"correlation\":[[1,0.3],[0.3,1]],\"z\":1.65,\"days\":5");
    assertThat(figures.get("var").asDouble()).isCloseTo(26193, offset(0.5));
  }

  /**
   * P. Jorion, Value at Risk (2007), section 7.2: 2 and 1 million of Canadian dollars and euros.
   */
  @Test
  void jorionsCurrenciesAreAsPrinted() {
    JsonNode figures =
        figures(
            "\"positions\":[2000000,1000000],\"volatilities\":[0.05,0.12],\"confidence\":0.95,"
                + "\"z\":1.65");
    assertThat(figures.get("var").asDouble()).isCloseTo(257738, offset(0.5));
    assertThat(figures.get("individual").get(0).asDouble()).isCloseTo(165000, offset(0.5));
    assertThat(figures.get("individual").get(1).asDouble()).isCloseTo(198000, offset(0.5));
    assertThat(figures.get("marginal").get(0).asDouble()).isCloseTo(0.0528, offset(5e-5));
    assertThat(figures.get("marginal").get(1).asDouble()).isCloseTo(0.1521, offset(5e-5));
    assertThat(figures.get("component").get(0).asDouble()).isCloseTo(105630, offset(1.0));
    assertThat(figures.get("component").get(1).asDouble()).isCloseTo(152108, offset(1.0));
    assertThat(figures.get("beta").get(0).asDouble()).isCloseTo(0.615, offset(5e-4));
    assertThat(figures.get("beta").get(1).asDouble()).isCloseTo(1.770, offset(6e-4));
  }

  @Property(tries = 60)
  void componentsAddUpAndMarginalsAreSlopes(
      @ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[] positions = random.doubles(n, -100, 100).toArray();
    double[] means = random.doubles(n, -0.001, 0.001).toArray();
    double[][] roots = new double[n][n + 1];
    for (double[] row : roots) {
      for (int i = 0; i <= n; i++) {
        row[i] = 0.02 * random.nextGaussian();
      }
    }
    double[][] covariance = new double[n][];
    for (int i = 0; i < n; i++) {
      covariance[i] = Quadratic.times(roots, roots[i]);
    }
    JsonNode at = ask(positions, covariance, means);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += at.get("component").get(i).asDouble();
      double[] up = positions.clone();
      double[] down = positions.clone();
      up[i] += 1e-3;
      down[i] -= 1e-3;
      double slope =
          (ask(up, covariance, means).get("var").asDouble()
                  - ask(down, covariance, means).get("var").asDouble())
              / 2e-3;
      assertThat(at.get("marginal").get(i).asDouble()).isCloseTo(slope, within(1e-6));
      double[] without = positions.clone();
      without[i] = 0;
      assertThat(at.get("incremental").get(i).asDouble())
          .isCloseTo(
              at.get("var").asDouble() - ask(without, covariance, means).get("var").asDouble(),
              within(1e-6));
    }
    assertThat(sum).isCloseTo(at.get("var").asDouble(), within(1e-10));
    assertThat(at.get("es").asDouble()).isGreaterThan(at.get("var").asDouble());
  }

  private static JsonNode ask(double[] positions, double[][] covariance, double[] means) {
    return figures(
        "\"positions\":"
            + java.util.Arrays.toString(positions)
            + ",\"covariance\":"
            + Asking.json(covariance)
            + ",\"means\":"
            + java.util.Arrays.toString(means)
            + ",\"days\":3,\"confidence\":0.975");
  }

  @Test
  void withoutRiskThereIsNoLoss() {
    JsonNode hedged = figures("\"positions\":[5,-5],\"covariance\":[[0.01,0.01],[0.01,0.01]]");
    assertThat(hedged.get("var").asDouble()).isZero();
    assertThat(hedged.get("marginal").get(0).asDouble()).isZero();
    assertThat(hedged.get("beta").get(0).asText()).isEqualTo("NaN");
  }

  /** R. Rebonato and P. Jäckel (1999), p. 21: no returns are correlated like this. */
  @Test
  void aMatrixThatIsNoCovarianceIsRefusedWhateverThePositions() {
    String rebonato = "[[1,0.9,0.7],[0.9,1,0.3],[0.7,0.3,1]]";
    for (String as :
        new String[] {"\"volatilities\":[1,1,1],\"correlation\":", "\"covariance\":"}) {
      assertThatThrownBy(() -> figures("\"positions\":[1,2,3]," + as + rebonato))
          .hasMessageContaining("must be positive semi-definite");
    }
    assertThatThrownBy(() -> figures("\"positions\":[1,0],\"covariance\":[[1,0.1],[0.1,0]]"))
        .hasMessageStartingWith("covariance must be positive semi-definite");
    String printed = "\"positions\":[1,2],\"volatilities\":[1,0],\"correlation\":[[1,1],[1,1]]";
    assertThat(figures(printed).get("standardDeviation").asDouble()).isOne();
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThatThrownBy(() -> figures("\"positions\":[1,2]"))
        .hasMessage("covariance must be given, or volatilities, was 'left out'");
    assertThatThrownBy(() -> figures("\"positions\":[1],\"volatilities\":[0.1,0.2]"))
        .hasMessage("volatilities must be as many as positions, 1, was '2'");
    assertThatThrownBy(
            () ->
                figures(
                    "\"positions\":[1,-1],\"volatilities\":[1,1],"
                        + "\"correlation\":[[1,0.5],[0.4,1]]"))
        .hasMessage("correlation[1][0] must equal its mirror, 0.5, was '0.4'");
    assertThatThrownBy(() -> figures("\"positions\":[1,-1],\"covariance\":[[1,1.0005],[1.0005,1]]"))
        .hasMessageStartingWith("covariance must not give these positions a negative variance");
    assertThatThrownBy(
            () ->
                figures(
                    "\"positions\":[1,1],\"volatilities\":[1,1],"
                        + "\"correlation\":[[1,0.5],[0.5,0.9]]"))
        .hasMessage("correlation[1][1] must be 1 on the diagonal, was '0.9'");
  }
}

package io.ratel.quant.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.covariance.Estimator;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactorModelsTest {
  private static final QuantFunction<?, ?> MODEL =
      Asking.named(FactorModels.functions(), "risk/factor-model");

  private static JsonNode figures(String question) {
    return Asking.figures(MODEL, "{" + question + "}");
  }

  /** C. Bacon (2008), 24 months: beta and the regression's alpha. */
  @Test
  void oneFactorIsTheMarketLine() {
    JsonNode figures = Asking.figures(MODEL, MODEL.example().question());
    assertThat(figures.get("exposures").get(0).get(0).asDouble())
        .isCloseTo(0.9988502, offset(5e-8));
    assertThat(figures.get("alphas").get(0).asDouble()).isCloseTo(-0.00103012, offset(5e-9));
    assertThat(figures.get("specificRisk").get(0).asDouble() * Math.sqrt(12))
        .isCloseTo(0.0336394, offset(5e-8));
  }

  /** The Longley data of the NIST (1967): six factors that nearly depend on each other. */
  @Test
  void coefficientsAreTheCertifiedOnesOfNist() {
    double[][] rows = {
      {83.0, 234289, 2356, 1590, 107608, 1947, 60323},
      {88.5, 259426, 2325, 1456, 108632, 1948, 61122},
      {88.2, 258054, 3682, 1616, 109773, 1949, 60171},
      {89.5, 284599, 3351, 1650, 110929, 1950, 61187},
      {96.2, 328975, 2099, 3099, 112075, 1951, 63221},
      {98.1, 346999, 1932, 3594, 113270, 1952, 63639},
      {99.0, 365385, 1870, 3547, 115094, 1953, 64989},
      {100.0, 363112, 3578, 3350, 116219, 1954, 63761},
      {101.2, 397469, 2904, 3048, 117388, 1955, 66019},
      {104.6, 419180, 2822, 2857, 118734, 1956, 67857},
      {108.4, 442769, 2936, 2798, 120445, 1957, 68169},
      {110.8, 444546, 4681, 2637, 121950, 1958, 66513},
      {112.6, 482704, 3813, 2552, 123366, 1959, 68655},
      {114.2, 502601, 3931, 2514, 125368, 1960, 69564},
      {115.7, 518173, 4806, 2572, 127852, 1961, 69331},
      {116.9, 554894, 4007, 2827, 130081, 1962, 70551},
    };
    double[][] factors = new double[rows.length][6];
    double[][] returns = new double[rows.length][1];
    for (int t = 0; t < rows.length; t++) {
      System.arraycopy(rows[t], 0, factors[t], 0, 6);
      returns[t][0] = rows[t][6];
    }
    JsonNode figures =
        figures("\"returns\":" + Asking.json(returns) + ",\"factors\":" + Asking.json(factors));
    double[] certified = {
      15.0618722713733,
      -0.358191792925910e-01,
      -2.02022980381683,
      -1.03322686717359,
      -0.511041056535807e-01,
      1829.15146461355
    };
    double[] errors = {
      84.9149257747669,
      0.334910077722432e-01,
      0.488399681651699,
      0.214274163161675,
      0.226073200069370,
      455.478499142212
    };
    assertThat(figures.get("alphas").get(0).asDouble()).isCloseTo(-3482258.63459582, within(0.001));
    assertThat(figures.get("alphaErrors").get(0).asDouble())
        .isCloseTo(890420.383607373, within(0.001));
    for (int k = 0; k < 6; k++) {
      assertThat(figures.get("exposures").get(0).get(k).asDouble())
          .isCloseTo(certified[k], within(1e-8 * Math.abs(certified[k])));
      assertThat(figures.get("exposureErrors").get(0).get(k).asDouble())
          .isCloseTo(errors[k], within(1e-8 * errors[k]));
    }
    assertThat(figures.get("rSquared").get(0).asDouble())
        .isCloseTo(0.995479004577296, within(1e-13));
  }

  @Test
  void allPrincipalComponentsExplainEverythingAndOneExplainsTheMost() {
    Random random = new Random(1);
    double[][] returns = new double[60][4];
    for (double[] row : returns) {
      double market = random.nextGaussian();
      for (int i = 0; i < 4; i++) {
        row[i] = 0.01 * ((1 + i) * market + 0.5 * random.nextGaussian()) + 0.001 * i;
      }
    }
    String question = "\"returns\":" + Asking.json(returns) + ",\"statisticalFactors\":";
    JsonNode all = figures(question + 4);
    JsonNode one = figures(question + 1);
    double[][] covariance = Estimator.sample(returns);
    double trace = 0;
    double left = 0;
    for (int i = 0; i < 4; i++) {
      assertThat(all.get("specificRisk").get(i).asDouble()).isCloseTo(0, within(1e-15));
      assertThat(all.get("rSquared").get(i).asDouble()).isCloseTo(1, within(1e-13));
      trace += covariance[i][i];
      left += Math.pow(one.get("specificRisk").get(i).asDouble(), 2);
      double fitted = one.get("alphas").get(i).asDouble();
      assertThat(fitted).isCloseTo(0, within(0.01));
    }
    assertThat(one.get("explained").get(0).asDouble())
        .isGreaterThan(0.9)
        .isCloseTo(1 - left / trace, within(1e-12));
    assertThat(all.get("factorCovariance").get(0).get(1).asDouble()).isCloseTo(0, within(1e-15));
  }

  @Test
  void dependentFactorsAreRefused() {
    assertThatThrownBy(
            () ->
                figures("\"returns\":[[1],[2],[3],[5]]," + "\"factors\":[[1,2],[2,4],[3,6],[4,8]]"))
        .hasMessage("factors must be independent of each other, was '2 columns'");
    assertThatThrownBy(() -> figures("\"returns\":[[1],[2],[3]],\"factors\":[[1,2],[2,4],[3,6]]"))
        .hasMessage("returns must have at least 2 rows more than factors, 2, was '3'");
    assertThatThrownBy(() -> figures("\"returns\":[[1],[2],[3]]"))
        .hasMessage("factors must be given, or statisticalFactors, was 'left out'");
  }
}

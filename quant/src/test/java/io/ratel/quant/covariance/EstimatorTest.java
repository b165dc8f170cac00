package io.ratel.quant.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import io.ratel.quant.statistic.PublishedReturns;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EstimatorTest {
  private static final QuantFunction<?, ?> ESTIMATE =
      Asking.named(Covariances.functions(), "covariance/estimate");

  private static JsonNode edhec(String more) {
    return Asking.figures(
        ESTIMATE, "{\"returns\":" + PublishedReturns.EDHEC_THREE + "," + more + "}");
  }

  /** scikit-learn of EDHEC months 1 to 100, columns 1 to 3; covariances times 10,000. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1.786426", "0, 1, -.13518013", "0, 2, .91824279",
    "1, 1, 6.82560107", "1, 2, -.48994549", "2, 2, 2.82668567",
  })
  void ledoitAndWolfsIsScikitLearns(int i, int j, double printed) {
    JsonNode figures = edhec("\"method\":\"ledoit-wolf\",\"periodsPerYear\":10000");
    assertThat(figures.get("shrinkage").asDouble()).isCloseTo(.1490345928, offset(5e-11));
    assertThat(figures.get("covariance").get(i).get(j).asDouble()).isCloseTo(printed, offset(5e-7));
  }

  @Test
  void oasIsScikitLearns() {
    assertThat(edhec("\"method\":\"oas\"").get("shrinkage").asDouble())
        .isCloseTo(.0863638114, offset(5e-11));
  }

  /** Five pairs whose correlation is printed in textbooks to all digits. */
  @Test
  void theSampleCorrelationIsPearsons() {
    JsonNode figures = Asking.figures(ESTIMATE, "{\"returns\":[[3,9],[2,7],[4,12],[5,15],[6,17]]}");
    assertThat(figures.get("correlation").get(0).get(1).asDouble())
        .isCloseTo(.9970544855015813, offset(1e-15));
    assertThat(figures.get("covariance").get(0).get(0).asDouble()).isCloseTo(2.5, offset(1e-14));
    assertThat(figures.get("mean").get(1).asDouble()).isCloseTo(12, offset(1e-14));
    assertThat(figures.get("shrinkage").asText()).isEqualTo("NaN");
  }

  static double[][] random(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[rows][columns];
    for (double[] row : x) {
      double market = random.nextGaussian();
      for (int i = 0; i < columns; i++) {
        row[i] = 0.01 * (market * (0.5 + 0.2 * i) + random.nextGaussian());
      }
    }
    return x;
  }

  /** Xᵀ Y by three loops. */
  @Property(tries = 50)
  void productsAreThoseOfThreeLoops(
      @ForAll @IntRange(min = 1, max = 70) int rows,
      @ForAll @IntRange(min = 1, max = 12) int columns,
      @ForAll long seed) {
    double[][] x = random(rows, columns, seed);
    double[][] y = random(rows + 2, columns + 1, seed + 1);
    double[][] own = CrossProduct.ofItself(x);
    double[][] other = CrossProduct.of(x, y);
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j <= columns; j++) {
        double square = 0;
        double product = 0;
        for (int t = 0; t < rows; t++) {
          square += j < columns ? x[t][i] * x[t][j] : 0;
          product += x[t][i] * y[t][j];
        }
        if (j < columns) {
          assertThat(own[i][j]).isCloseTo(square, within(1e-14)).isEqualTo(own[j][i]);
        }
        assertThat(other[i][j]).isCloseTo(product, within(1e-14));
      }
    }
  }

  /** Every intensity once more, by the sums over pairs that the articles print. */
  @Property(tries = 30)
  void intensitiesAreTheArticles(
      @ForAll @IntRange(min = 3, max = 40) int rows,
      @ForAll @IntRange(min = 3, max = 7) int columns,
      @ForAll long seed) {
    double[][] returns = random(rows, columns, seed);
    double[][] x = CrossProduct.centred(returns, CrossProduct.means(returns));
    double[][] sample = Estimator.population(returns);
    for (Targets.Target kind : Targets.Target.values()) {
      double[][] target = Targets.of(kind, sample);
      double expected = literal(kind, x, sample, target);
      double intensity =
          switch (kind) {
            case IDENTITY -> Shrinkage.ledoitWolf(x, sample);
            case DIAGONAL -> Shrinkage.diagonal(x, sample);
            case CONSTANT_CORRELATION -> Shrinkage.constantCorrelation(x, sample, target);
            case SINGLE_FACTOR -> Shrinkage.singleFactor(x, sample, target);
          };
      assertThat(intensity).as(kind.label()).isCloseTo(expected, within(1e-8));
    }
  }

  private static double literal(
      Targets.Target kind, double[][] x, double[][] sample, double[][] target) {
    int n = sample.length;
    double[] market = new double[x.length];
    double variance = 0;
    for (int t = 0; t < x.length; t++) {
      for (double each : x[t]) {
        market[t] += each / n;
      }
      variance += market[t] * market[t] / x.length;
    }
    double pi = 0;
    double rho = 0;
    double gamma = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double error = 0;
        double moved = 0;
        for (int t = 0; t < x.length; t++) {
          double deviation = x[t][i] * x[t][j] - sample[i][j];
          error += deviation * deviation / x.length;
          moved += deviation * slope(kind, x[t], market[t], i, j, sample, target, variance, x);
        }
        pi += error;
        rho += i == j && kind != Targets.Target.IDENTITY ? error : moved / x.length;
        gamma += Math.pow(target[i][j] - sample[i][j], 2);
      }
    }
    return Math.clamp((pi - rho) / gamma / x.length, 0, 1);
  }

  /** What one observation moves the target's element by, off the diagonal. */
  private static double slope(
      Targets.Target kind,
      double[] row,
      double market,
      int i,
      int j,
      double[][] sample,
      double[][] target,
      double variance,
      double[][] x) {
    return switch (kind) {
      case IDENTITY, DIAGONAL -> 0;
      case CONSTANT_CORRELATION ->
          target[i][j]
              / 2
              * ((row[i] * row[i] - sample[i][i]) / sample[i][i]
                  + (row[j] * row[j] - sample[j][j]) / sample[j][j]);
      case SINGLE_FACTOR -> {
        double ci = 0;
        double cj = 0;
        for (double[] each : x) {
          double mean = 0;
          for (double value : each) {
            mean += value / row.length;
          }
          ci += each[i] * mean / x.length;
          cj += each[j] * mean / x.length;
        }
        yield (cj * (row[i] * market - ci)
                + ci * (row[j] * market - cj)
                - ci * cj / variance * (market * market - variance))
            / variance;
      }
    };
  }

  @ParameterizedTest
  @EnumSource(EstimateMethod.class)
  void everyEstimateIsSymmetricAndSemidefiniteAlsoWithMoreAssetsThanObservations(
      EstimateMethod method) {
    String question =
        "{\"returns\":"
            + Asking.json(random(12, 20, 5))
            + ",\"method\":\""
            + method.label()
            + "\",\"target\":\"constant-correlation\",\"lags\":3}";
    JsonNode figures = Asking.figures(ESTIMATE, question);
    double[][] covariance = Asking.matrix(figures.get("covariance"));
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        assertThat(covariance[i][j]).isCloseTo(covariance[j][i], within(1e-18));
      }
    }
    double[] values = Spectrum.of(covariance).values();
    assertThat(values[19]).isGreaterThan(-1e-12 * values[0]);
  }

  /** RiskMetrics: tomorrow's is decay times today's and the rest times today's squares. */
  @Test
  void exponentialWeightsAreRiskMetricsRecursion() {
    double[][] x = random(400, 3, 9);
    double[][] recursive = new double[3][3];
    for (double[] row : x) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          recursive[i][j] = 0.9 * recursive[i][j] + 0.1 * row[i] * row[j];
        }
      }
    }
    String question = "{\"returns\":" + Asking.json(x) + ",\"method\":\"ewma\",\"decay\":0.9}";
    double[][] covariance = Asking.matrix(Asking.figures(ESTIMATE, question).get("covariance"));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(covariance[i][j]).isCloseTo(recursive[i][j], within(1e-15));
      }
    }
  }

  @Test
  void neweyAndWestAddTheWeighedLags() {
    String zero = "\"method\":\"newey-west\",\"lags\":0";
    assertThat(edhec(zero).get("covariance"))
        .isEqualTo(edhec("\"method\":\"population\"").get("covariance"));
    double[][] one = {{1}, {2}, {4}, {1}};
    String question = "{\"returns\":" + Asking.json(one) + ",\"method\":\"newey-west\",\"lags\":2}";
    // Deviations −1, 0, 2, −1: squares 6, lag one 0 + 0 − 2, lag two −2 + 0.
    assertThat(Asking.figures(ESTIMATE, question).get("covariance").get(0).get(0).asDouble())
        .isCloseTo((6 + 2 * (2.0 / 3 * -2 + 1.0 / 3 * -2)) / 4, within(1e-15));
    assertThatThrownBy(() -> Asking.figures(ESTIMATE, question.replace(":2}", ":4}")))
        .hasMessage("lags must be less than the observations, 4, was '4'");
  }

  @Test
  void denoisingLeavesOneFactorAndTheVariances() {
    double[][] returns = random(300, 30, 3);
    double[][] sample = Estimator.sample(returns);
    double[][] denoised = Denoising.denoised(sample, 300);
    double[] values = Spectrum.of(Estimator.correlation(denoised)).values();
    assertThat(values[0]).isGreaterThan(10 * values[1]);
    double[] noisy = Spectrum.of(Estimator.correlation(sample)).values();
    assertThat(values[29]).isGreaterThan(noisy[29]);
    assertThat(values[0]).isCloseTo(noisy[0], within(0.02 * noisy[0]));
    for (int i = 0; i < 30; i++) {
      assertThat(denoised[i][i]).isCloseTo(sample[i][i], within(1e-12));
    }
  }

  @Test
  void missingReturnsAreLeftOutByRowOrByPair() {
    String gaps = "{\"returns\":[[1,2],[2,null],[3,5],[4,4],[null,1]]";
    JsonNode dropped = Asking.figures(ESTIMATE, gaps + "}");
    assertThat(dropped.get("observations").asInt()).isEqualTo(3);
    assertThat(dropped.get("covariance").get(0).get(0).asDouble())
        .isCloseTo(7.0 / 3, within(1e-14));
    JsonNode pairs = Asking.figures(ESTIMATE, gaps + ",\"missing\":\"pairwise\"}");
    assertThat(pairs.get("covariance").get(0).get(0).asDouble()).isCloseTo(5.0 / 3, within(1e-14));
    assertThat(pairs.get("covariance").get(0).get(1).asDouble())
        .isCloseTo(dropped.get("covariance").get(0).get(1).asDouble(), within(1e-14));
    assertThatThrownBy(
            () -> Asking.figures(ESTIMATE, gaps + ",\"missing\":\"pairwise\",\"method\":\"oas\"}"))
        .hasMessage("missing must be drop for oas when returns are missing, was 'pairwise'");
    assertThatThrownBy(() -> Asking.figures(ESTIMATE, "{\"returns\":[[1,2],[2,null]]}"))
        .hasMessage("returns must have at least 2 rows without null, was '1 whole rows'");
  }

  @Test
  void moreAssetsThanMemoryAllowsAreRefused() {
    String wide = "[" + "[" + "0,".repeat(2_000) + "0]," + "[" + "1,".repeat(2_000) + "1]]";
    assertThatThrownBy(() -> Asking.figures(ESTIMATE, "{\"returns\":" + wide + "}"))
        .hasMessage("returns[0] must have at most 2000, was '2001 numbers'");
  }

  @Property(tries = 60)
  void manyEqualReturnsHaveNoVariance(
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double each,
      @ForAll @IntRange(min = 2, max = 700) int n) {
    StringBuilder rows = new StringBuilder();
    for (int t = 0; t < n; t++) {
      rows.append(t == 0 ? "[" : ",")
          .append("[")
          .append(each)
          .append(",")
          .append(t % 3)
          .append("]");
    }
    for (String gaps : new String[] {"]", ",[null,1]],\"missing\":\"pairwise\""}) {
      JsonNode figures = Asking.figures(ESTIMATE, "{\"returns\":" + rows + gaps + "}");
      assertThat(figures.get("covariance").get(0).get(0).asDouble()).isZero();
      assertThat(figures.get("correlation").get(0).get(1).asText()).isEqualTo("NaN");
    }
  }

  @Test
  void anAssetThatDoesNotVaryHasNoCorrelation() {
    JsonNode figures = Asking.figures(ESTIMATE, "{\"returns\":[[1,2],[1,3],[1,4]]}");
    assertThat(figures.get("correlation").get(0).get(1).asText()).isEqualTo("NaN");
    assertThat(figures.get("correlation").get(1).get(1).asDouble()).isOne();
    assertThatThrownBy(
            () ->
                Asking.figures(
                    ESTIMATE, "{\"returns\":[[1,2],[1,3],[1,4]],\"method\":\"denoised\"}"))
        .hasMessage("returns[*][0] must vary for this method, was 'no variance'");
  }
}

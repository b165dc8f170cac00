package io.ratel.quant.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RepairTest {
  private static final QuantFunction<?, ?> REPAIR =
      Asking.named(Covariances.functions(), "covariance/repair");
  private static final QuantFunction<?, ?> SHRUNK =
      Asking.named(Covariances.functions(), "covariance/shrunk");
  private static final String HIGHAM = "[[1,1,0],[1,1,1],[0,1,1]]";
  private static final String REBONATO = "[[1,0.9,0.7],[0.9,1,0.3],[0.7,0.3,1]]";

  /** N. Higham (2002), p. 334; R. Rebonato and P. Jäckel (1999), p. 21, as QuantLib tests it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "higham | " + HIGHAM + " | 0.7607 | 0.1573 | 0.7607",
        "nearest-covariance | " + HIGHAM + " | 0.7607 | 0.1573 | 0.7607",
        "spectral | " + REBONATO + " | 0.894024 | 0.696319 | 0.300969",
      })
  void theRepairedMatrixIsAsPrinted(
      String method, String matrix, double first, double second, double third) {
    JsonNode figures =
        Asking.figures(REPAIR, "{\"matrix\":" + matrix + ",\"method\":\"" + method + "\"}");
    double[][] repaired = Asking.matrix(figures.get("matrix"));
    double half = method.equals("spectral") ? 5e-7 : 5e-5;
    assertThat(repaired[0][1]).isCloseTo(first, offset(half));
    assertThat(repaired[0][2]).isCloseTo(second, offset(half));
    assertThat(repaired[1][2]).isCloseTo(third, offset(half));
    assertThat(figures.get("positiveSemidefinite").asBoolean()).isFalse();
  }

  /** N. Higham (2002), p. 334, the matrix of second differences, as QuantLib tests it. */
  @Test
  void theNearestCorrelationHasOnesOnItsDiagonal() {
    JsonNode figures =
        Asking.figures(
            REPAIR,
            "{\"matrix\":[[2,-1,0,0],[-1,2,-1,0],[0,-1,2,-1],[0,0,-1,2]],"
                + "\"method\":\"higham\"}");
    double[][] nearest = Asking.matrix(figures.get("matrix"));
    assertThat(nearest[0])
        .containsExactly(new double[] {1, -0.8084124981, 0.1915875019, 0.106775049}, within(1e-9));
    assertThat(nearest[1])
        .containsExactly(
            new double[] {-0.8084124981, 1, -0.6562326948, 0.1915875019}, within(1e-9));
    assertThat(figures.get("positiveSemidefinite").asBoolean()).isTrue();
  }

  private static double[][] broken(int n, long seed) {
    Random random = new Random(seed);
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 0.5 + random.nextDouble();
      for (int j = 0; j < i; j++) {
        matrix[i][j] = (2 * random.nextDouble() - 1) * Math.sqrt(matrix[i][i] * matrix[j][j]);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  @Property(tries = 40)
  void repairedMatricesAreSemidefiniteWithTheirDiagonal(
      @ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
    double[][] matrix = broken(n, seed);
    double[][] nearest = Repair.nearestCovariance(matrix, 0, Progress.NONE);
    double[][] spectral = Repair.spectral(matrix, 0);
    double[][] clipped = Repair.clipped(matrix, 0);
    for (double[][] repaired : new double[][][] {nearest, spectral, clipped}) {
      assertThat(Spectrum.of(repaired).values()[n - 1]).isGreaterThan(-1e-10);
    }
    for (int i = 0; i < n; i++) {
      assertThat(nearest[i][i]).isEqualTo(matrix[i][i]);
      assertThat(spectral[i][i]).isEqualTo(matrix[i][i]);
    }
    assertThat(scaledDistance(matrix, nearest))
        .isLessThanOrEqualTo(scaledDistance(matrix, spectral) + 1e-9);
    assertThat(Targets.distance(matrix, clipped))
        .isLessThanOrEqualTo(Targets.distance(matrix, nearest) + 1e-9);
  }

  private static double scaledDistance(double[][] one, double[][] other) {
    return Targets.distance(Estimator.correlation(one), Estimator.correlation(other));
  }

  @Property(tries = 20)
  void whatIsACovarianceStaysAsItIs(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
    double[][] sound = Estimator.sample(EstimatorTest.random(40, n, seed));
    double[][] nearest = Repair.nearestCovariance(sound, 0, Progress.NONE);
    for (int i = 0; i < n; i++) {
      assertThat(nearest[i]).containsExactly(sound[i], within(1e-15));
    }
  }

  @Test
  void eigenvaluesAreRaisedToTheMinimum() {
    JsonNode figures =
        Asking.figures(
            REPAIR, "{\"matrix\":" + HIGHAM + ",\"method\":\"eigenvalue-clip\",\"minimum\":0.1}");
    assertThat(figures.get("eigenvalues").get(2).asDouble()).isCloseTo(0.1, within(1e-12));
    assertThat(figures.get("eigenvaluesBefore").get(2).asDouble())
        .isCloseTo(1 - Math.sqrt(2), within(1e-12));
    assertThat(figures.get("distance").asDouble()).isCloseTo(0.1 - 1 + Math.sqrt(2), within(1e-12));
  }

  /** scikit-learn: shrunk_covariance(ones((2, 2)), 0.5). */
  @Test
  void shrinkingOnesHalvesTheCovariance() {
    JsonNode figures = Asking.figures(SHRUNK, "{\"covariance\":[[1,1],[1,1]],\"shrinkage\":0.5}");
    assertThat(Asking.matrix(figures.get("covariance")))
        .isDeepEqualTo(new double[][] {{1, 0.5}, {0.5, 1}});
  }

  @ParameterizedTest
  @EnumSource(Targets.Target.class)
  void anAssetThatDoesNotVaryIsShrunkToo(Targets.Target target) {
    for (String matrix : new String[] {"[[1,0],[0,0]]", "[[0,0],[0,0]]"}) {
      JsonNode figures =
          Asking.figures(
              SHRUNK, "{\"covariance\":" + matrix + ",\"target\":\"" + target.label() + "\"}");
      assertThat(Asking.matrix(figures.get("covariance"))[0][1]).isZero();
    }
  }

  @Test
  void aMatrixMustBeSquareAndSymmetric() {
    assertThatThrownBy(() -> Asking.figures(REPAIR, "{\"matrix\":[[1,2]]}"))
        .hasMessage("matrix must be square, was '1 × 2'");
    assertThatThrownBy(() -> Asking.figures(REPAIR, "{\"matrix\":[[1,2],[3,1]]}"))
        .hasMessage("matrix[1][0] must equal its mirror, 2.0, was '3.0'");
    assertThatThrownBy(() -> Asking.figures(REPAIR, "{\"matrix\":[[-1]]}"))
        .hasMessage("matrix[0][0] must not be negative on the diagonal, was '-1.0'");
    assertThatThrownBy(() -> Asking.figures(SHRUNK, "{\"covariance\":[[-1]]}"))
        .hasMessage("covariance[0][0] must not be negative on the diagonal, was '-1.0'");
  }
}

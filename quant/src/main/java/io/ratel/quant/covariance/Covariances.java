package io.ratel.quant.covariance;

import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.statistic.PublishedReturns;
import java.util.List;

/** The functions of the area {@code covariance}. */
public final class Covariances {
  private static final String AREA = "covariance";

  private Covariances() {}

  record ShrunkQuestion(
      @Argument(value = "A symmetric matrix.", most = 1_000_000) double[][] covariance,
      @Argument(value = "How far it is drawn to the target.", min = 0, max = 1, preset = "0.1")
          double shrinkage,
      @Argument(value = "What it is drawn to.", preset = "identity") Targets.Target target) {
    ShrunkQuestion {
      RepairQuestion.square("covariance", covariance);
      RepairQuestion.diagonal("covariance", covariance);
    }
  }

  record ShrunkAnswer(@Result("The shrunk matrix.") double[][] covariance) {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(estimate(), repair(), shrunk());
  }

  private static QuantFunction<EstimateQuestion, EstimateAnswer> estimate() {
    return QuantFunction.of(
            AREA, "estimate", "Covariance of returns", EstimateQuestion.class, EstimateAnswer.class)
        .formula(
            "sample: XᵀX/(n − 1) of centred returns X; ewma: Σ decay^age·x·xᵀ/Σ decay^age; shrunk:"
                + " (1 − shrinkage)·XᵀX/n + shrinkage·target; newey-west: Γ₀ + Σ (1 − l/(L +"
                + " 1))(Γ_l + Γ_lᵀ)")
        .convention(
            "Rows with a missing return are left out, unless missing is pairwise; the means are"
                + " those of the sample.")
        .chosen(
            given ->
                given.method().convention()
                    + (given.assumesZeroMean() ? " Means are taken to be 0." : ""))
        .reference(
            "O. Ledoit and M. Wolf, A Well-Conditioned Estimator for Large-Dimensional Covariance"
                + " Matrices (2004), Honey, I Shrunk the Sample Covariance Matrix (2004), Improved"
                + " Estimation of the Covariance Matrix of Stock Returns (2003); Y. Chen et al.,"
                + " Shrinkage Algorithms for MMSE Covariance Estimation (2010); W. Newey and K."
                + " West (1987); RiskMetrics Technical Document (1996); L. Laloux et al. (1999)")
        .example(
            "scikit-learn, LedoitWolf of EDHEC Convertible Arbitrage, CTA Global and Distressed",
            "{\"returns\":" + PublishedReturns.EDHEC_THREE + ",\"method\":\"ledoit-wolf\"}",
            "{\"shrinkage\":0.1490345928,\"covariance\":[[0.0001786426,-0.000013518013,"
                + "0.000091824279],[-0.000013518013,0.000682560107,-0.000048994549],"
                + "[0.000091824279,-0.000048994549,0.000282668567]]}")
        .computes(Estimator::answer);
  }

  private static QuantFunction<RepairQuestion, RepairAnswer> repair() {
    return QuantFunction.of(
            AREA,
            "repair",
            "Nearest covariance or correlation matrix",
            RepairQuestion.class,
            RepairAnswer.class)
        .formula(
            "min ‖A − X‖ over positive semi-definite X, with ones on the diagonal by higham, "
                + "with that"
                + " of A by nearest-covariance")
        .convention("Distances are Frobenius norms.")
        .chosen(
            given ->
                switch (given.method()) {
                  case EIGENVALUE_CLIP -> "The diagonal grows.";
                  case SPECTRAL -> "Clipped eigenvalues, scaled back to the diagonal.";
                  case NEAREST_COVARIANCE -> "The diagonal stays; nearest after scaling it to 1.";
                  case HIGHAM ->
                      "The nearest correlation: ones on the diagonal, whatever was there. A"
                          + " covariance keeps its variances by nearest-covariance.";
                })
        .reference(
            "N. Higham, Computing the Nearest Correlation Matrix, IMA Journal of Numerical Analysis"
                + " 22 (2002), 329–343; R. Rebonato and P. Jäckel, The Most General Methodology to"
                + " Create a Valid Correlation Matrix (1999)")
        .example(
            "N. Higham (2002), p. 334",
            "{\"matrix\":[[1,1,0],[1,1,1],[0,1,1]],\"method\":\"higham\"}",
            "{\"matrix\":[[1,0.7607,0.1573],[0.7607,1,0.7607],[0.1573,0.7607,1]]}")
        .computes(Covariances::repaired);
  }

  private static RepairAnswer repaired(RepairQuestion given, Progress progress) {
    double[][] matrix = Repair.symmetric(given.matrix());
    double[] before = Spectrum.of(matrix).values();
    double[][] repaired =
        switch (given.method()) {
          case EIGENVALUE_CLIP -> Repair.clipped(matrix, given.minimum());
          case SPECTRAL -> Repair.spectral(matrix, given.minimum());
          case NEAREST_COVARIANCE -> Repair.nearestCovariance(matrix, given.minimum(), progress);
          case HIGHAM -> Repair.higham(matrix, given.minimum(), progress);
        };
    double tolerance = 1e-12 * matrix.length * Math.max(before[0], 0);
    return new RepairAnswer(
        repaired,
        Math.sqrt(Targets.distance(matrix, repaired)),
        before,
        Spectrum.of(repaired).values(),
        before[before.length - 1] >= -tolerance);
  }

  private static QuantFunction<ShrunkQuestion, ShrunkAnswer> shrunk() {
    return QuantFunction.of(
            AREA, "shrunk", "Covariance shrunk by hand", ShrunkQuestion.class, ShrunkAnswer.class)
        .formula("(1 − shrinkage)·covariance + shrinkage·target")
        .convention("The identity target has the mean variance on its diagonal.")
        .reference(
            "O. Ledoit and M. Wolf, A Well-Conditioned Estimator for Large-Dimensional Covariance"
                + " Matrices, Journal of Multivariate Analysis 88 (2004), 365–411")
        .example(
            "scikit-learn, shrunk_covariance of ones",
            "{\"covariance\":[[1,1],[1,1]],\"shrinkage\":0.5}",
            "{\"covariance\":[[1,0.5],[0.5,1]]}")
        .computes(
            given ->
                new ShrunkAnswer(
                    Shrinkage.mixed(
                            given.covariance(),
                            Targets.of(given.target(), given.covariance()),
                            given.shrinkage())
                        .covariance()));
  }
}

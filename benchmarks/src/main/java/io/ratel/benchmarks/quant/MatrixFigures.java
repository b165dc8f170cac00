package io.ratel.benchmarks.quant;

import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.quant.Trial.Rival;
import io.ratel.quant.covariance.CholeskyRoot;
import io.ratel.quant.covariance.Estimator;
import io.ratel.quant.covariance.Spectrum;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.store.RawStore;

/** A thousand assets and five years of days: the covariance, its root and its spectrum. */
final class MatrixFigures {
  static final String OJALGO = "57.1.0";

  private static final int ASSETS = 1_000;
  private static final int DAYS = 1_250;
  private static final double MS = 1e6;

  private final double[][] returns = new double[DAYS][ASSETS];
  private final R064Store columns = R064Store.FACTORY.make(DAYS, ASSETS);
  private final double[][] covariance;

  MatrixFigures() {
    Random random = new Random(20_261_122);
    for (int t = 0; t < DAYS; t++) {
      double market = 0.01 * random.nextGaussian();
      for (int i = 0; i < ASSETS; i++) {
        returns[t][i] = market + 0.02 * random.nextGaussian();
        columns.set(t, i, returns[t][i]);
      }
    }
    covariance = Estimator.ledoitWolf(returns);
  }

  List<Measurement> measurements() {
    return List.of(
        new Trial(
            "quant.ledoit-wolf",
            "ms",
            MS,
            1,
            1,
            () -> Estimator.ledoitWolf(returns)[0][0],
            List.of(ojAlgo("ojAlgo, XᵀX alone", this::product))),
        new Trial(
            "quant.cholesky",
            "ms",
            MS,
            1,
            1,
            () -> CholeskyRoot.of("covariance", covariance)[1][0],
            List.of(ojAlgo("ojAlgo", this::root))),
        new Trial(
            "quant.eigen",
            "ms",
            MS,
            1,
            1,
            () -> Spectrum.of(covariance).values()[0],
            List.of(ojAlgo("ojAlgo", this::values))));
  }

  private static Rival ojAlgo(String name, DoubleSupplier work) {
    return new Rival(name, OJALGO, work);
  }

  private double product() {
    MatrixStore<Double> product = columns.transpose().multiply(columns);
    return product.doubleValue(0, 0);
  }

  private double root() {
    Cholesky<Double> cholesky = Cholesky.R064.make(ASSETS, ASSETS);
    cholesky.decompose(RawStore.wrap(covariance));
    return cholesky.getL().doubleValue(1, 0);
  }

  private double values() {
    Eigenvalue<Double> eigen = Eigenvalue.R064.make(ASSETS, true);
    eigen.decompose(RawStore.wrap(covariance));
    return eigen.getD().doubleValue(0, 0);
  }
}

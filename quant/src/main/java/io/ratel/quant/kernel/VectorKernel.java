package io.ratel.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many rows at once as the processor has room for. */
final class VectorKernel implements Kernel {
  private static final VectorSpecies<Double> ROWS = VectorMath.ROWS;
  private static final int AT_ONCE = ROWS.length();

  private final ScalarKernel scalar = new ScalarKernel();

  @Override
  public void price(Options options, double[] price, int from, int to) {
    Passes.price(options, price, from, to, scalar);
  }

  @Override
  public void sensitivities(Options options, Sensitivities out, int from, int to) {
    Passes.sensitivities(options, out, from, to, scalar);
  }

  @Override
  public double dot(double[] a, double[] b, int size) {
    DoubleVector even = DoubleVector.zero(ROWS);
    DoubleVector odd = DoubleVector.zero(ROWS);
    int i = 0;
    for (; i <= size - 2 * AT_ONCE; i += 2 * AT_ONCE) {
      even = DoubleVector.fromArray(ROWS, a, i).fma(DoubleVector.fromArray(ROWS, b, i), even);
      odd =
          DoubleVector.fromArray(ROWS, a, i + AT_ONCE)
              .fma(DoubleVector.fromArray(ROWS, b, i + AT_ONCE), odd);
    }
    double sum = even.add(odd).reduceLanes(VectorOperators.ADD);
    for (; i < size; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void addScaled(double factor, double[] x, double[] y, int size) {
    DoubleVector factors = DoubleVector.broadcast(ROWS, factor);
    int i = 0;
    for (; i <= size - AT_ONCE; i += AT_ONCE) {
      DoubleVector.fromArray(ROWS, x, i)
          .fma(factors, DoubleVector.fromArray(ROWS, y, i))
          .intoArray(y, i);
    }
    for (; i < size; i++) {
      y[i] += factor * x[i];
    }
  }
}

package io.ratel.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * European options in blocks that stay in the processor's nearest cache, a pass for each function.
 * All of them in one loop are more than the compiler puts together, and it must not try: passes are
 * called through one call site that sees too many of them to take any in.
 */
final class Passes {
  private static final VectorSpecies<Double> ROWS = VectorMath.ROWS;
  private static final int AT_ONCE = ROWS.length();
  private static final int BLOCK = 256;
  private static final double PEAK = 0.3989422804014326779;

  private static final Pass[] BEFORE = {
    Passes::asset, Passes::cash, Passes::distance, Passes::density, Passes::inAsset, Passes::inCash
  };

  /** One function of {@code size} rows, a multiple of those at once. */
  @FunctionalInterface
  private interface Pass {
    void run(Passes block, int from, int size);
  }

  private final Options options;
  private final Sensitivities out;
  private final double[] asset = new double[BLOCK];
  private final double[] cash = new double[BLOCK];
  private final double[] deviation = new double[BLOCK];
  private final double[] d1 = new double[BLOCK];
  private final double[] density = new double[BLOCK];
  private final double[] inAsset = new double[BLOCK];
  private final double[] inCash = new double[BLOCK];

  private Passes(Options options, Sensitivities out) {
    this.options = options;
    this.out = out;
  }

  /** Rows {@code from} to before {@code to}; those that are left over are the scalar twin's. */
  static void price(Options options, double[] price, int from, int to, Kernel scalar) {
    double[] none = {};
    Sensitivities out = new Sensitivities(price, none, none, none, none, none);
    Passes block = new Passes(options, out);
    int i = from;
    for (int size; (size = block.next(i, to)) > 0; i += size) {
      block.run(Passes::price, i, size);
      for (int j = 0; j < size; j++) {
        if (!(block.deviation[j] > 0)) {
          scalar.price(options, price, i + j, i + j + 1);
        }
      }
    }
    scalar.price(options, price, i, to);
  }

  /** The same with five Greeks. */
  static void sensitivities(Options options, Sensitivities out, int from, int to, Kernel scalar) {
    Passes block = new Passes(options, out);
    int i = from;
    for (int size; (size = block.next(i, to)) > 0; i += size) {
      block.run(Passes::sensitivities, i, size);
      for (int j = 0; j < size; j++) {
        if (!(block.deviation[j] > 0)) {
          scalar.sensitivities(options, out, i + j, i + j + 1);
        }
      }
    }
    scalar.sensitivities(options, out, i, to);
  }

  private int next(int from, int to) {
    return Math.min(BLOCK, (to - from) / AT_ONCE * AT_ONCE);
  }

  private void run(Pass last, int from, int size) {
    for (int i = 0; i <= BEFORE.length; i++) {
      (i < BEFORE.length ? BEFORE[i] : last).run(this, from, size);
    }
  }

  private static DoubleVector at(double[] column, int row) {
    return DoubleVector.fromArray(ROWS, column, row);
  }

  private void asset(int from, int size) {
    for (int i = 0; i < size; i += AT_ONCE) {
      DoubleVector power = at(options.dividendYield(), from + i).mul(at(options.years(), from + i));
      VectorMath.exp(power.neg()).mul(at(options.spot(), from + i)).intoArray(asset, i);
    }
  }

  private void cash(int from, int size) {
    for (int i = 0; i < size; i += AT_ONCE) {
      DoubleVector power = at(options.rate(), from + i).mul(at(options.years(), from + i));
      VectorMath.exp(power.neg()).mul(at(options.strike(), from + i)).intoArray(cash, i);
    }
  }

  private void distance(int from, int size) {
    for (int i = 0; i < size; i += AT_ONCE) {
      DoubleVector spread =
          at(options.volatility(), from + i).mul(at(options.years(), from + i).sqrt());
      DoubleVector ratio = at(asset, i).div(at(cash, i));
      VectorMath.log(ratio).div(spread).add(spread.mul(0.5)).intoArray(d1, i);
      spread.intoArray(deviation, i);
    }
  }

  private void density(int from, int size) {
    for (int i = 0; i < size; i += AT_ONCE) {
      DoubleVector x = at(d1, i);
      VectorMath.exp(x.mul(x).mul(-0.5)).intoArray(density, i);
    }
  }

  private void inAsset(int from, int size) {
    for (int i = 0; i < size; i += AT_ONCE) {
      DoubleVector x = at(d1, i).mul(at(options.sign(), from + i));
      VectorMath.cumulative(x, at(density, i)).intoArray(inAsset, i);
    }
  }

  private void inCash(int from, int size) {
    for (int i = 0; i < size; i += AT_ONCE) {
      DoubleVector d2 = at(d1, i).sub(at(deviation, i));
      DoubleVector ratio = at(asset, i).div(at(cash, i));
      VectorMath.cumulative(d2.mul(at(options.sign(), from + i)), at(density, i).mul(ratio))
          .intoArray(inCash, i);
    }
  }

  private void price(int from, int size) {
    for (int i = 0; i < size; i += AT_ONCE) {
      at(asset, i)
          .mul(at(inAsset, i))
          .sub(at(cash, i).mul(at(inCash, i)))
          .mul(at(options.sign(), from + i))
          .max(0)
          .intoArray(out.price(), from + i);
    }
  }

  private void sensitivities(int from, int size) {
    for (int i = 0; i < size; i += AT_ONCE) {
      int row = from + i;
      DoubleVector sign = at(options.sign(), row);
      DoubleVector years = at(options.years(), row);
      DoubleVector held = at(inAsset, i).mul(at(asset, i)).mul(sign);
      DoubleVector paid = at(inCash, i).mul(at(cash, i)).mul(sign);
      DoubleVector peak = at(density, i).mul(PEAK).mul(at(asset, i));
      DoubleVector perSpot = DoubleVector.broadcast(ROWS, 1).div(at(options.spot(), row));
      DoubleVector root = years.sqrt();
      held.sub(paid).max(0).intoArray(out.price(), row);
      held.mul(perSpot).intoArray(out.delta(), row);
      peak.mul(perSpot).mul(perSpot).div(at(deviation, i)).intoArray(out.gamma(), row);
      peak.mul(root).intoArray(out.vega(), row);
      years.mul(paid).intoArray(out.rho(), row);
      peak.mul(at(options.volatility(), row))
          .mul(-0.5)
          .div(root)
          .add(at(options.dividendYield(), row).mul(held))
          .sub(at(options.rate(), row).mul(paid))
          .intoArray(out.theta(), row);
    }
  }
}

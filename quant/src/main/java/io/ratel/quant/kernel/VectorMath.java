package io.ratel.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of vectors, in line and without a branch: the JVM's own are calls, around which every
 * register is saved. Each is exact to some 1e-15, which its test shows.
 */
final class VectorMath {
  static final VectorSpecies<Double> ROWS = DoubleVector.SPECIES_PREFERRED;

  private static final double LOG2_E = 1.4426950408889634074;

  /** ln 2 in two parts, the first with so few digits that a multiple of it is exact. */
  private static final double LN2_HIGH = 6.93147180369123816490e-1;

  private static final double LN2_LOW = 1.90821492927058770002e-10;

  /** Added to a number, leaves it rounded to a whole one in the lowest bits. */
  private static final double ROUNDING = 0x1.8p52;

  private static final long ROUNDING_BITS = 0x4338000000000000L;
  private static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;

  private VectorMath() {}

  private static DoubleVector all(double number) {
    return DoubleVector.broadcast(ROWS, number);
  }

  /**
   * e^x = 2^k·e^r with |r| at most half of ln 2, by thirteen terms of the series.
   *
   * @param x below 709; what is under −708 counts as −708
   */
  static DoubleVector exp(DoubleVector x) {
    DoubleVector within = x.max(-708);
    DoubleVector shifted = within.fma(all(LOG2_E), all(ROUNDING));
    DoubleVector k = shifted.sub(ROUNDING);
    DoubleVector r = k.fma(all(-LN2_HIGH), within);
    r = k.fma(all(-LN2_LOW), r);
    DoubleVector p = all(1.0 / 6_227_020_800L);
    p = p.fma(r, all(1.0 / 479_001_600));
    p = p.fma(r, all(1.0 / 39_916_800));
    p = p.fma(r, all(1.0 / 3_628_800));
    p = p.fma(r, all(1.0 / 362_880));
    p = p.fma(r, all(1.0 / 40_320));
    p = p.fma(r, all(1.0 / 5_040));
    p = p.fma(r, all(1.0 / 720));
    p = p.fma(r, all(1.0 / 120));
    p = p.fma(r, all(1.0 / 24));
    p = p.fma(r, all(1.0 / 6));
    p = p.fma(r, all(0.5));
    p = p.fma(r, all(1));
    p = p.fma(r, all(1));
    LongVector power = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
    return p.reinterpretAsLongs().add(power).reinterpretAsDoubles();
  }

  /**
   * ln x = e·ln 2 + 2·artanh((m − 1)/(m + 1)) with m between √½ and √2, by eleven terms.
   *
   * @param x positive and normal
   */
  static DoubleVector log(DoubleVector x) {
    LongVector bits = x.reinterpretAsLongs();
    LongVector e = bits.sub(SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 52);
    DoubleVector m = bits.sub(e.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles();
    DoubleVector exponent = e.add(ROUNDING_BITS).reinterpretAsDoubles().sub(ROUNDING);
    DoubleVector f = m.sub(1).div(m.add(1));
    DoubleVector z = f.mul(f);
    DoubleVector p = all(2.0 / 23);
    p = p.fma(z, all(2.0 / 21));
    p = p.fma(z, all(2.0 / 19));
    p = p.fma(z, all(2.0 / 17));
    p = p.fma(z, all(2.0 / 15));
    p = p.fma(z, all(2.0 / 13));
    p = p.fma(z, all(2.0 / 11));
    p = p.fma(z, all(2.0 / 9));
    p = p.fma(z, all(2.0 / 7));
    p = p.fma(z, all(2.0 / 5));
    p = p.fma(z, all(2.0 / 3));
    DoubleVector small = p.mul(z).fma(f, exponent.mul(LN2_LOW));
    return exponent.fma(all(LN2_HIGH), small.add(f.add(f)));
  }

  /**
   * The normal distribution: the rational function of J. F. Hart et al., Computer Approximations
   * (1968), 5666, as G. West gives it in Better approximations to cumulative normal functions
   * (2005). Beyond 7 its relative error grows, where nothing is left of the absolute one.
   *
   * @param density e^(−x²/2)
   */
  static DoubleVector cumulative(DoubleVector x, DoubleVector density) {
    DoubleVector y = x.abs();
    DoubleVector above = all(3.52624965998911e-2);
    above = above.fma(y, all(0.700383064443688));
    above = above.fma(y, all(6.37396220353165));
    above = above.fma(y, all(33.912866078383));
    above = above.fma(y, all(112.079291497871));
    above = above.fma(y, all(221.213596169931));
    above = above.fma(y, all(220.206867912376));
    DoubleVector below = all(8.83883476483184e-2);
    below = below.fma(y, all(1.75566716318264));
    below = below.fma(y, all(16.064177579207));
    below = below.fma(y, all(86.7807322029461));
    below = below.fma(y, all(296.564248779674));
    below = below.fma(y, all(637.333633378831));
    below = below.fma(y, all(793.826512519948));
    below = below.fma(y, all(440.413735824752));
    DoubleVector tail = density.mul(above).div(below);
    VectorMask<Double> right = x.compare(VectorOperators.GT, 0);
    return tail.blend(all(1).sub(tail), right);
  }
}

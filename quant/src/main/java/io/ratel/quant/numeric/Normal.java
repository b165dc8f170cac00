package io.ratel.quant.numeric;

/** The standard normal distribution. Safe for any thread. */
public final class Normal {
  /** The density at 0. */
  public static final double PEAK = 0.3989422804014326779;

  private static final double SQRT_HALF = 0.7071067811865475244;
  private static final double SQRT_PI_INVERSE = 0.5641895835477562869;

  private Normal() {}

  public static double density(double x) {
    return PEAK * Math.exp(-0.5 * x * x);
  }

  /** The probability of at most x, to a relative error of some 1e-16 also far on the left. */
  public static double cumulative(double x) {
    return 0.5 * erfc(-x * SQRT_HALF);
  }

  /**
   * One minus the error function: W. J. Cody, Rational Chebyshev approximations for the error
   * function, Mathematics of Computation 23 (1969), 631–637, in its three ranges.
   */
  public static double erfc(double x) {
    double y = Math.abs(x);
    if (y <= 0.46875) {
      double z = y * y;
      double above =
          (((0.185777706184603153 * z + 3.16112374387056560) * z + 113.864154151050156) * z
                      + 377.485237685302021)
                  * z
              + 3209.37758913846947;
      double below =
          (((z + 23.6012909523441209) * z + 244.024637934444173) * z + 1282.61652607737228) * z
              + 2844.23683343917062;
      return 1 - x * above / below;
    }
    double tail = y > 27 ? 0 : minusSquare(y) * (y <= 4 ? middle(y) : far(y));
    return x < 0 ? 2 - tail : tail;
  }

  /**
   * exp(x²)·erfc(x), which does not underflow: the same approximations without their last factor.
   *
   * @return infinite where exp(x²) is, below some −26
   */
  public static double erfcx(double x) {
    double y = Math.abs(x);
    if (y <= 0.46875) {
      return Math.exp(x * x) * erfc(x);
    }
    double tail = y <= 4 ? middle(y) : far(y);
    return x > 0 ? tail : y > 27 ? Double.POSITIVE_INFINITY : 2 / minusSquare(y) - tail;
  }

  /** The logarithm of {@link #cumulative}, also where that is too small for a number. */
  public static double logCumulative(double x) {
    return x > -5 ? Math.log(cumulative(x)) : Math.log(0.5 * erfcx(-x * SQRT_HALF)) - 0.5 * x * x;
  }

  /** exp(y²)·erfc(y) between 0.46875 and 4. */
  private static double middle(double y) {
    // The even and the odd powers apart: two short chains that a processor computes at once.
    double z = y * y;
    double above =
        (((2.15311535474403846e-8 * z + 8.88314979438837594) * z + 298.635138197400131) * z
                    + 1712.04761263407058)
                * z
            + 1230.33935479799725;
    double odd =
        ((0.564188496988670089 * z + 66.1191906371416295) * z + 881.952221241769090) * z
            + 2051.07837782607147;
    double below =
        (((z + 117.693950891312499) * z + 1621.38957456669019) * z + 4362.61909014324716) * z
            + 1230.33935480374942;
    double oddBelow =
        ((15.7449261107098347 * z + 537.181101862009858) * z + 3290.79923573345963) * z
            + 3439.36767414372164;
    return (above + y * odd) / (below + y * oddBelow);
  }

  /** exp(y²)·erfc(y) above 4. */
  private static double far(double y) {
    double z = 1 / (y * y);
    double above = 1.63153871373020978e-2 * z + 0.305326634961232344;
    above = above * z + 0.360344899949804439;
    above = above * z + 0.125781726111229246;
    above = above * z + 1.60837851487422766e-2;
    above = above * z + 6.58749161529837803e-4;
    double below = z + 2.56852019228982242;
    below = below * z + 1.87295284992346725;
    below = below * z + 0.527905102951428412;
    below = below * z + 6.05183413124413191e-2;
    below = below * z + 2.33520497626869185e-3;
    return (SQRT_PI_INVERSE - z * above / below) / y;
  }

  /** exp(−y²), the square split so that its rounding does not show in the tail. */
  private static double minusSquare(double y) {
    double coarse = Math.rint(y * 16) / 16;
    return Math.exp(-coarse * coarse) * Math.exp(-(y - coarse) * (y + coarse));
  }

  /**
   * The x that is not exceeded with a probability: M. J. Wichura, Algorithm AS 241 (PPND16),
   * Applied Statistics 37 (1988), 477–484; relative error some 1e-16.
   *
   * @return infinite at 0 and 1, NaN outside
   */
  public static double quantile(double probability) {
    double q = probability - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      double above = 2509.0809287301226727 * r + 33430.575583588128105;
      above = above * r + 67265.770927008700853;
      above = above * r + 45921.953931549871457;
      above = above * r + 13731.693765509461125;
      above = above * r + 1971.5909503065514427;
      above = above * r + 133.14166789178437745;
      above = above * r + 3.3871328727963666080;
      double below = 5226.4952788528545610 * r + 28729.085735721942674;
      below = below * r + 39307.895800092710610;
      below = below * r + 21213.794301586595867;
      below = below * r + 5394.1960214247511077;
      below = below * r + 687.18700749205790830;
      below = below * r + 42.313330701600911252;
      below = below * r + 1;
      return q * above / below;
    }
    double tail = q < 0 ? probability : 1 - probability;
    if (!(tail > 0)) {
      return tail == 0 ? Math.copySign(Double.POSITIVE_INFINITY, q) : Double.NaN;
    }
    double r = Math.sqrt(-Math.log(tail));
    return Math.copySign(r <= 5 ? nearTail(r - 1.6) : farTail(r - 5), q);
  }

  private static double nearTail(double r) {
    double above = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2;
    above = above * r + 0.241780725177450611770;
    above = above * r + 1.27045825245236838258;
    above = above * r + 3.64784832476320460504;
    above = above * r + 5.76949722146069140550;
    above = above * r + 4.63033784615654529590;
    above = above * r + 1.42343711074968357734;
    double below = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4;
    below = below * r + 1.51986665636164571966e-2;
    below = below * r + 0.148103976427480074590;
    below = below * r + 0.689767334985100004550;
    below = below * r + 1.67638483018380384940;
    below = below * r + 2.05319162663775882187;
    below = below * r + 1;
    return above / below;
  }

  private static double farTail(double r) {
    double above = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5;
    above = above * r + 1.24266094738807843860e-3;
    above = above * r + 2.65321895265761230930e-2;
    above = above * r + 0.296560571828504891230;
    above = above * r + 1.78482653991729133580;
    above = above * r + 5.46378491116411436990;
    above = above * r + 6.65790464350110377720;
    double below = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7;
    below = below * r + 1.84631831751005468180e-5;
    below = below * r + 7.86869131145613259100e-4;
    below = below * r + 1.48753612908506148525e-2;
    below = below * r + 0.136929880922735805310;
    below = below * r + 0.599832206555887937690;
    below = below * r + 1;
    return above / below;
  }
}

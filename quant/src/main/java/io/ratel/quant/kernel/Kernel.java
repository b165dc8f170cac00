package io.ratel.quant.kernel;

/** Loops over arrays. Stateless, safe for any thread. */
public interface Kernel {
  /**
   * Values of European options, as {@link io.ratel.quant.pricing.vanilla.BlackScholes#price}, to an
   * error of some 1e-14 of the spot.
   *
   * @param from the first row
   * @param to after the last row
   */
  void price(Options options, double[] price, int from, int to);

  /** The same with delta, gamma, vega, theta and rho per unit and year. */
  void sensitivities(Options options, Sensitivities out, int from, int to);

  /** The sum of products, in an order of its own, so that its last digits are its own too. */
  double dot(double[] a, double[] b, int size);

  /** {@code y += factor·x} over the first so many. */
  void addScaled(double factor, double[] x, double[] y, int size);
}

package io.ratel.quant.numeric;

/**
 * Speeds up an iteration x ← g(x): D. G. Anderson, Iterative procedures for nonlinear integral
 * equations, Journal of the ACM 12 (1965), 547–560. The next x is the mixture of the last ones
 * whose steps g(x) − x, mixed alike, would be the least. Not safe for several threads.
 */
public final class AndersonMixing {
  private final int depth;
  private final double[][] images;
  private final double[][] steps;
  private final double[] image;
  private final double[] step;
  private int seen;

  /**
   * Makes one.
   *
   * @param depth how many of the last steps are mixed
   */
  public AndersonMixing(int size, int depth) {
    this.depth = depth;
    images = new double[depth][size];
    steps = new double[depth][size];
    image = new double[size];
    step = new double[size];
  }

  /** Replaces x by the next one, given g(x). */
  public void next(double[] x, double[] g) {
    int size = x.length;
    if (seen > 0) {
      int slot = (seen - 1) % depth;
      for (int i = 0; i < size; i++) {
        images[slot][i] = g[i] - image[i];
        steps[slot][i] = g[i] - x[i] - step[i];
      }
    }
    int known = Math.min(seen, depth);
    seen++;
    for (int i = 0; i < size; i++) {
      image[i] = g[i];
      step[i] = g[i] - x[i];
    }
    double[][] base = new double[known][];
    double[][] bent = new double[known][];
    double[] rest = step.clone();
    System.arraycopy(g, 0, x, 0, size);
    // Gram and Schmidt's orthogonal steps, the newest first, each with its mixture of images.
    for (int k = 0; k < known; k++) {
      int slot = Math.floorMod(seen - 2 - k, depth);
      base[k] = steps[slot].clone();
      bent[k] = images[slot].clone();
      double before = dot(base[k], base[k]);
      for (int j = 0; j < k; j++) {
        double part = dot(base[k], base[j]);
        add(base[k], base[j], -part);
        add(bent[k], bent[j], -part);
      }
      double square = dot(base[k], base[k]);
      double scale = square > 1e-20 * before && square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int i = 0; i < size; i++) {
        base[k][i] *= scale;
        bent[k][i] *= scale;
      }
      double part = dot(rest, base[k]);
      add(rest, base[k], -part);
      add(x, bent[k], -part);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }
}

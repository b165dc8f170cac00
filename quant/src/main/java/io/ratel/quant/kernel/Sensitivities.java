package io.ratel.quant.kernel;

/** Where prices and five Greeks of options go, a column each. */
public record Sensitivities(
    double[] price, double[] delta, double[] gamma, double[] vega, double[] theta, double[] rho) {
  public static Sensitivities ofRows(int rows) {
    return new Sensitivities(
        new double[rows],
        new double[rows],
        new double[rows],
        new double[rows],
        new double[rows],
        new double[rows]);
  }
}

package io.ratel.quant.kernel;

/**
 * European options as columns of equal length, one option a row.
 *
 * @param sign 1 of a call, −1 of a put
 * @param strike positive
 * @param spot positive
 * @param dividendYield continuous, per year
 * @param rate continuous, per year
 * @param years not negative
 * @param volatility not negative
 */
public record Options(
    double[] sign,
    double[] strike,
    double[] spot,
    double[] dividendYield,
    double[] rate,
    double[] years,
    double[] volatility) {
  public Options {
    int size = sign.length;
    if (strike.length != size
        || spot.length != size
        || dividendYield.length != size
        || rate.length != size
        || years.length != size
        || volatility.length != size) {
      throw new IllegalArgumentException("columns of options must be equally long");
    }
  }

  public int size() {
    return sign.length;
  }
}

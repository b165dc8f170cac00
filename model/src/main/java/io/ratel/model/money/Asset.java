package io.ratel.model.money;

import java.util.regex.Pattern;

/**
 * Something that can be held: a currency, a coin, a share.
 *
 * @param id position in the exchange's list of assets, from 0
 * @param code {@code USD}, {@code BTC}, {@code ACME}; 1 to 16 characters of {@code [A-Z0-9-]}
 * @param scale decimals of the minor unit, 0 to 18: an amount of 1 is {@code 10^-scale}
 */
public record Asset(int id, String code, int scale) {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,15}");

  public Asset {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "asset code must be 1 to 16 characters of A-Z, 0-9 and '-', was '" + code + "'");
    }
    FixedPoint.powerOfTen(scale);
  }

  /** An amount in minor units as decimal text. */
  public String format(long amount) {
    return FixedPoint.format(amount, scale);
  }
}

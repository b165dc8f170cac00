package io.ratel.exchange.instrument;

import io.ratel.model.instrument.CorporateActionKind;

/**
 * What a company does to its shares.
 *
 * @param numerator new shares, or shares of the other instrument
 * @param denominator for so many old ones
 * @param amount for each lot, in minor units of the quote asset: the dividend, or the price paid
 *     for what a split leaves of a lot
 * @param otherInstrumentId of a spin-off or of rights, else -1
 * @param costPpm of the cost that goes to the other instrument, in millionths
 * @param symbol the new one of a change, else empty
 */
public record CorporateAction(
    CorporateActionKind kind,
    long numerator,
    long denominator,
    long amount,
    int otherInstrumentId,
    int costPpm,
    String symbol) {
  /** {@code numerator} new shares for {@code denominator} old ones; the rest of a lot is paid. */
  public static CorporateAction split(long numerator, long denominator, long cashPerLot) {
    return new CorporateAction(
        CorporateActionKind.SPLIT, numerator, denominator, cashPerLot, -1, 0, "");
  }

  /** So much for each lot. */
  public static CorporateAction dividend(long perLot) {
    return new CorporateAction(CorporateActionKind.DIVIDEND, 1, 1, perLot, -1, 0, "");
  }

  /** Shares of another company, which take a part of the cost with them. */
  public static CorporateAction spinOff(
      int instrument, long numerator, long denominator, int costPpm) {
    return new CorporateAction(
        CorporateActionKind.SPIN_OFF, numerator, denominator, 0, instrument, costPpm, "");
  }

  /** Rights to buy, listed as an instrument of their own. */
  public static CorporateAction rights(int instrument, long numerator, long denominator) {
    return new CorporateAction(
        CorporateActionKind.RIGHTS, numerator, denominator, 0, instrument, 0, "");
  }

  /** Another name. */
  public static CorporateAction symbolChange(String symbol) {
    return new CorporateAction(CorporateActionKind.SYMBOL_CHANGE, 1, 1, 0, -1, 0, symbol);
  }
}

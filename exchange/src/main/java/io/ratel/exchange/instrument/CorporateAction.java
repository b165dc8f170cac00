package io.ratel.exchange.instrument;

import io.ratel.model.instrument.CorporateActionKind;

/**
 * What a company does to its shares.
 *
 * @param numerator new shares, or shares of the other instrument
 * @param denominator for so many old ones
 * @param amount for each lot, in minor units of the quote asset: the price paid for what a split or
 *     a spin-off leaves of a lot, or that for which a right buys a new one; the dividend for {@code
 *     denominator} lots
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

  /** So much for so many lots. */
  public static CorporateAction dividend(long amount, long lots) {
    return new CorporateAction(CorporateActionKind.DIVIDEND, 1, lots, amount, -1, 0, "");
  }

  /**
   * Shares of another company, which take a part of the cost with them; the rest of a lot of theirs
   * is paid.
   */
  public static CorporateAction spinOff(
      int instrument, long numerator, long denominator, int costPpm, long cashPerLot) {
    return new CorporateAction(
        CorporateActionKind.SPIN_OFF, numerator, denominator, cashPerLot, instrument, costPpm, "");
  }

  /**
   * Rights to buy, listed as an instrument of their own.
   *
   * @param lotValue what a new lot costs who uses them; 0 when that is not known here
   */
  public static CorporateAction rights(
      int instrument, long numerator, long denominator, long lotValue) {
    return new CorporateAction(
        CorporateActionKind.RIGHTS, numerator, denominator, lotValue, instrument, 0, "");
  }

  /** Another name. */
  public static CorporateAction symbolChange(String symbol) {
    return new CorporateAction(CorporateActionKind.SYMBOL_CHANGE, 1, 1, 0, -1, 0, symbol);
  }
}

package io.ratel.exchange.instrument;

import io.ratel.exchange.margin.MarginSchedule;
import java.util.List;

/**
 * What a market's operator sets.
 *
 * @param feeTiers what accounts of tier 0, 1, … pay, 1 to 8; an account of a higher tier pays the
 *     last
 * @param margins {@link MarginSchedule#NONE} when bought in full
 * @param bandPpm how far from the reference a limit price may lie, in millionths; 0 anywhere
 * @param dealerSpreadPpm half of the spread at which the house deals around the mark, in
 *     millionths; {@link #BOOK} when orders meet in a book
 * @param markMaxAgeNs a mark older than this liquidates and deals nothing; 0 never gets old
 * @param expiryNs when the instrument is settled at its mark, nanoseconds since 1970 UTC; 0 never
 * @param financingLongPpm what longs pay for a year overnight, in millionths of the notional
 * @param financingShortPpm what shorts pay; negative when they receive
 */
public record MarketTerms(
    List<FeeTier> feeTiers,
    MarginSchedule margins,
    int bandPpm,
    int dealerSpreadPpm,
    long markMaxAgeNs,
    long expiryNs,
    int financingLongPpm,
    int financingShortPpm) {
  /** Tiers and brackets there may be. */
  public static final int MAX_TIERS = 8;

  /** Orders meet in a book. */
  public static final int BOOK = -1;

  public MarketTerms {
    feeTiers = List.copyOf(feeTiers);
    require(!feeTiers.isEmpty() && feeTiers.size() <= MAX_TIERS, "feeTiers must be 1 to 8");
    require(bandPpm >= 0 && bandPpm <= 1_000_000, "bandPpm must be 0 to 1,000,000");
    require(
        dealerSpreadPpm >= BOOK && dealerSpreadPpm <= 100_000,
        "dealerSpreadPpm must be -1 to 100,000");
    require(markMaxAgeNs >= 0, "markMaxAgeNs must not be negative");
    require(expiryNs >= 0, "expiryNs must not be negative");
    require(Math.abs((long) financingLongPpm) <= 1_000_000, "financingLongPpm must be ±1,000,000");
    require(
        Math.abs((long) financingShortPpm) <= 1_000_000, "financingShortPpm must be ±1,000,000");
    int lowestTaker = feeTiers.stream().mapToInt(FeeTier::takerPpm).min().orElse(0);
    for (FeeTier tier : feeTiers) {
      require(tier.makerPpm() + lowestTaker >= 0, "a rebate must not exceed the lowest taker fee");
    }
  }

  /** A market with a book, bought in full, with one tier. */
  public static MarketTerms of(int makerFeePpm, int takerFeePpm) {
    return new MarketTerms(
        List.of(new FeeTier(makerFeePpm, takerFeePpm)), MarginSchedule.NONE, 0, BOOK, 0, 0, 0, 0);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** Whether positions are held on margin. */
  public boolean isMargined() {
    return !margins.brackets().isEmpty();
  }

  /** Whether the house is the other side of every trade. */
  public boolean isDealt() {
    return dealerSpreadPpm != BOOK;
  }

  /** The same with margins. */
  public MarketTerms withMargins(MarginSchedule schedule) {
    return new MarketTerms(
        feeTiers,
        schedule,
        bandPpm,
        dealerSpreadPpm,
        markMaxAgeNs,
        expiryNs,
        financingLongPpm,
        financingShortPpm);
  }

  /** The same with fees by tier. */
  public MarketTerms withFees(List<FeeTier> tiers) {
    return new MarketTerms(
        tiers,
        margins,
        bandPpm,
        dealerSpreadPpm,
        markMaxAgeNs,
        expiryNs,
        financingLongPpm,
        financingShortPpm);
  }

  /** The same with a price band. */
  public MarketTerms withBand(int ppm) {
    return new MarketTerms(
        feeTiers,
        margins,
        ppm,
        dealerSpreadPpm,
        markMaxAgeNs,
        expiryNs,
        financingLongPpm,
        financingShortPpm);
  }

  /** The same with the house as the other side, at a mark that may be so old. */
  public MarketTerms dealt(int spreadPpm, long maxAgeNs) {
    return new MarketTerms(
        feeTiers,
        margins,
        bandPpm,
        spreadPpm,
        maxAgeNs,
        expiryNs,
        financingLongPpm,
        financingShortPpm);
  }

  /** The same with an end. */
  public MarketTerms withExpiry(long ns) {
    return new MarketTerms(
        feeTiers,
        margins,
        bandPpm,
        dealerSpreadPpm,
        markMaxAgeNs,
        ns,
        financingLongPpm,
        financingShortPpm);
  }

  /** The same with a price for the night. */
  public MarketTerms withFinancing(int longPpm, int shortPpm) {
    return new MarketTerms(
        feeTiers, margins, bandPpm, dealerSpreadPpm, markMaxAgeNs, expiryNs, longPpm, shortPpm);
  }
}

package io.ratel.gateway.wire;

import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.margin.MarginSchedule.Bracket;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.money.Asset;
import io.ratel.model.money.FixedPoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a market's operator has set; rates are fractions.
 *
 * @param feeTiers what accounts of tier 0, 1, … pay
 * @param margins empty when bought in full
 * @param band how far from the reference a limit price may lie, null anywhere
 * @param dealerSpread half of the spread at which the house deals, null when orders meet in a book
 * @param markMaxAgeMs null when a mark never gets old
 * @param expiresAt null when never
 */
public record WireTerms(
    List<Tier> feeTiers,
    List<MarginBracket> margins,
    @Nullable Decimal band,
    @Nullable Decimal dealerSpread,
    @Nullable Long markMaxAgeMs,
    @Nullable Instant expiresAt,
    Decimal financingLong,
    Decimal financingShort) {
  /** What accounts of one tier pay; a negative fee is a rebate. */
  public record Tier(Decimal maker, Decimal taker) {}

  /**
   * The rates of one slice of a notional.
   *
   * @param upTo where the slice ends, null for the last
   */
  public record MarginBracket(@Nullable Decimal upTo, Decimal initial, Decimal maintenance) {}

  private static final int PPM_SCALE = 6;
  private static final long NS_PER_MS = 1_000_000;

  public static WireTerms of(MarketTerms terms, Asset quote) {
    return new WireTerms(
        terms.feeTiers().stream().map(WireTerms::tier).toList(),
        terms.margins().brackets().stream().map(b -> margin(b, quote)).toList(),
        terms.bandPpm() == 0 ? null : fraction(terms.bandPpm()),
        terms.isDealt() ? fraction(terms.dealerSpreadPpm()) : null,
        terms.markMaxAgeNs() == 0 ? null : terms.markMaxAgeNs() / NS_PER_MS,
        terms.expiryNs() == 0 ? null : Times.instant(terms.expiryNs()),
        fraction(terms.financingLongPpm()),
        fraction(terms.financingShortPpm()));
  }

  private static Tier tier(FeeTier tier) {
    return new Tier(fraction(tier.makerPpm()), fraction(tier.takerPpm()));
  }

  private static MarginBracket margin(Bracket b, Asset quote) {
    return new MarginBracket(
        b.upToNotional() == MarginSchedule.UNBOUNDED
            ? null
            : new Decimal(quote.format(b.upToNotional())),
        fraction(b.initialPpm()),
        fraction(b.maintenancePpm()));
  }

  private static Decimal fraction(int ppm) {
    return new Decimal(FixedPoint.trimmed(ppm, PPM_SCALE));
  }
}

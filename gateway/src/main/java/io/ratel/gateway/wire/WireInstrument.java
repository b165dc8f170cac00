package io.ratel.gateway.wire;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.view.AccountViews.MarketView;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.market.Market;
import io.ratel.model.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/**
 * Something to watch, and to trade when {@code tradable}.
 *
 * @param makerFee fraction of the value; null where trades are not ours
 * @param takerFee fraction of the value; null where trades are not ours
 * @param venue {@code RATEL} for our own
 * @param multiplier of the base asset in one contract; left out where trades are not ours
 * @param markPrice that values positions, left out while there is none
 * @param terms left out where trades are not ours
 */
public record WireInstrument(
    String symbol,
    InstrumentKind kind,
    String base,
    @Nullable String quote,
    Decimal tickSize,
    Decimal lotSize,
    @Nullable Decimal makerFee,
    @Nullable Decimal takerFee,
    boolean tradable,
    String state,
    String venue,
    @JsonInclude(NON_NULL) @Nullable Decimal multiplier,
    @JsonInclude(NON_NULL) @Nullable Decimal markPrice,
    @JsonInclude(NON_NULL) @Nullable WireTerms terms) {
  /** The venue that we are ourselves. */
  public static final String OWN_VENUE = "RATEL";

  private static final int PPM_SCALE = 6;

  public static WireInstrument of(MarketView market) {
    Instrument instrument = market.instrument();
    FeeTier fees = market.terms().feeTiers().getFirst();
    return new WireInstrument(
        instrument.symbol().text(),
        instrument.kind(),
        instrument.base().code(),
        instrument.quote().code(),
        new Decimal(instrument.tick().toString()),
        new Decimal(instrument.lot().toString()),
        new Decimal(FixedPoint.trimmed(fees.makerPpm(), PPM_SCALE)),
        new Decimal(FixedPoint.trimmed(fees.takerPpm(), PPM_SCALE)),
        true,
        market.state().label(),
        OWN_VENUE,
        new Decimal(instrument.multiplier().toString()),
        market.mark() == 0 ? null : new Decimal(instrument.tick().format(market.mark())),
        WireTerms.of(market.terms(), instrument.quote()));
  }

  /** A venue's market, whose steps are only known as decimals seen. */
  public static WireInstrument of(Market market) {
    String text = market.symbol().text();
    String venue = market.symbol().venue();
    String[] parts = text.substring(venue.length() + 1).split("-", -1);
    return new WireInstrument(
        text,
        InstrumentKind.SPOT,
        parts[0],
        parts.length > 1 ? parts[1] : null,
        new Decimal(new Step(1, market.priceScale()).toString()),
        new Decimal(new Step(1, market.quantityScale()).toString()),
        null,
        null,
        false,
        "open",
        venue,
        null,
        null,
        null);
  }
}

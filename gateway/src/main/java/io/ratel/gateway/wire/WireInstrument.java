package io.ratel.gateway.wire;

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
    String venue) {
  /** The venue that we are ourselves. */
  public static final String OWN_VENUE = "RATEL";

  private static final int PPM_SCALE = 6;

  public static WireInstrument of(Instrument instrument) {
    return new WireInstrument(
        instrument.symbol().text(),
        instrument.kind(),
        instrument.base().code(),
        instrument.quote().code(),
        new Decimal(instrument.tick().toString()),
        new Decimal(instrument.lot().toString()),
        new Decimal(FixedPoint.trimmed(instrument.makerFeePpm(), PPM_SCALE)),
        new Decimal(FixedPoint.trimmed(instrument.takerFeePpm(), PPM_SCALE)),
        true,
        "open",
        OWN_VENUE);
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
        venue);
  }
}

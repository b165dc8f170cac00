package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.Tables;
import io.ratel.adapters.postgres.table.TermsJson;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.model.instrument.CorporateActionKind;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.money.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;

/** Instruments, their terms, states and marks as rows. For one thread. */
final class MarketRows {
  private static final long NS_PER_MS = 1_000_000;

  private final Tables tables;

  MarketRows(Tables tables) {
    this.tables = tables;
  }

  void listed(Instrument instrument) {
    tables.put(
        "instruments",
        "instrument_id",
        instrument.id(),
        "symbol",
        instrument.symbol().text(),
        "kind",
        instrument.kind().name(),
        "base",
        instrument.base().code(),
        "quote",
        instrument.quote().code(),
        "tick_size",
        Decimals.steps(instrument.tick(), 1),
        "lot_size",
        Decimals.steps(instrument.lot(), 1),
        "multiplier",
        Decimals.steps(instrument.multiplier(), 1),
        "maker_fee",
        Decimals.fraction(instrument.makerFeePpm()),
        "taker_fee",
        Decimals.fraction(instrument.takerFeePpm()),
        "collar",
        Decimals.fraction(instrument.collarPpm()));
  }

  void terms(MarketTerms terms, Instrument instrument) {
    boolean dealt = terms.isDealt();
    tables.put(
        "market_terms",
        "instrument_id",
        instrument.id(),
        "fee_tiers",
        TermsJson.feeTiers(terms),
        "margins",
        TermsJson.margins(terms, instrument.quote()),
        "margined",
        terms.isMargined(),
        "band",
        Decimals.fraction(terms.bandPpm()),
        "dealer_spread",
        dealt ? Decimals.fraction(terms.dealerSpreadPpm()) : null,
        "mark_max_age_ms",
        terms.markMaxAgeNs() / NS_PER_MS,
        "expires_at",
        terms.expiryNs() == 0 ? null : Decimals.time(terms.expiryNs()),
        "financing_long",
        Decimals.fraction(terms.financingLongPpm()),
        "financing_short",
        Decimals.fraction(terms.financingShortPpm()),
        "sequence",
        tables.sequence(),
        "updated_at",
        tables.time());
  }

  void state(Event.TradingStateChanged e, Instrument instrument) {
    BigDecimal price = Decimals.steps(instrument.tick(), e.auctionPrice());
    BigDecimal quantity = Decimals.steps(instrument.lot(), e.auctionQuantity());
    boolean crossed = e.auctionPrice() != 0;
    tables.put(
        "market_states",
        "instrument_id",
        instrument.id(),
        "state",
        e.state().label(),
        "auction_price",
        crossed ? price : null,
        "auction_quantity",
        crossed ? quantity : null,
        "sequence",
        tables.sequence(),
        "updated_at",
        tables.time());
  }

  void marked(Event.Marked e, Instrument instrument) {
    tables.put(
        "marks",
        "instrument_id",
        instrument.id(),
        "last",
        Decimals.steps(instrument.tick(), e.last()),
        "low",
        Decimals.steps(instrument.tick(), e.low()),
        "high",
        Decimals.steps(instrument.tick(), e.high()),
        "mark",
        Decimals.steps(instrument.tick(), e.mark()),
        "trusted",
        e.trusted(),
        "sequence",
        tables.sequence(),
        "time",
        tables.time());
  }

  void level(Event.LevelChanged e, Instrument instrument) {
    tables.put(
        "levels",
        "symbol",
        instrument.symbol().text(),
        "side",
        e.side().label(),
        "price",
        Decimals.steps(instrument.tick(), e.price()),
        "quantity",
        Decimals.steps(instrument.lot(), e.quantity()),
        "orders",
        e.orders(),
        "sequence",
        tables.sequence());
  }

  /**
   * Gives an instrument its new name when that is what the company did.
   *
   * @return whether it was
   */
  boolean renamed(Event.CorporateActionApplied e, Catalog catalog, DSLContext in) {
    if (e.action().kind() != CorporateActionKind.SYMBOL_CHANGE) {
      return false;
    }
    String before = catalog.instrument(e.instrumentId()).symbol().text();
    tables.rename(in, before, e.action().symbol());
    catalog.rename(e.instrumentId(), e.action().symbol());
    return true;
  }

  /** Lets an instrument's mark follow a split, by the machine's own rule. */
  void split(Event.CorporateActionApplied e, Instrument instrument, DSLContext in) {
    if (e.action().kind() != CorporateActionKind.SPLIT) {
      return;
    }
    tables.flush(in);
    Step tick = instrument.tick();
    in.fetch("select * from projection.marks where instrument_id = ?", instrument.id())
        .forEach(
            r ->
                tables.put(
                    "marks",
                    "instrument_id",
                    instrument.id(),
                    "last",
                    split(e, tick, r.get("last", BigDecimal.class)),
                    "low",
                    split(e, tick, r.get("low", BigDecimal.class)),
                    "high",
                    split(e, tick, r.get("high", BigDecimal.class)),
                    "mark",
                    split(e, tick, r.get("mark", BigDecimal.class)),
                    "trusted",
                    r.get("trusted", Boolean.class),
                    "sequence",
                    tables.sequence(),
                    "time",
                    r.get("time", OffsetDateTime.class)));
  }

  private static BigDecimal split(Event.CorporateActionApplied e, Step tick, BigDecimal price) {
    long ticks = Decimals.count(tick, price);
    long after =
        Exact.mulDiv(
            ticks, e.action().denominator(), e.action().numerator(), RoundingMode.HALF_EVEN);
    return Decimals.steps(tick, ticks == 0 ? 0 : Math.max(1, after));
  }
}

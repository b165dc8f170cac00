package io.ratel.adapters.postgres.reconciliation;

import static io.ratel.exchange.reconciliation.Break.NOTHING;
import static io.ratel.exchange.reconciliation.Break.ROW;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.TermsJson;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.agrona.collections.IntHashSet;
import org.jspecify.annotations.Nullable;

/** Assets and instruments, their terms, states and marks. */
final class MarketCheck {
  private static final long NS_PER_MS = 1_000_000;
  private static final long NS_PER_US = 1_000;

  /** With the terms, state, mark and switch of each, where they were ever told. */
  private static final String INSTRUMENTS =
      """
      select i.*, t.fee_tiers, t.margins, t.band, t.dealer_spread, t.mark_max_age_ms,
        t.expires_at, t.financing_long, t.financing_short, s.state, m.mark, m.trusted,
        coalesce(k.engaged, false) as killed
      from projection.instruments i
      left join projection.market_terms t using (instrument_id)
      left join projection.market_states s using (instrument_id)
      left join projection.marks m using (instrument_id)
      left join projection.kill_switches k on k.scope = ? and k.id = i.instrument_id
      """;

  private final Machine machine;
  private final Findings findings;
  private final IntHashSet seen = new IntHashSet();

  MarketCheck(Exchange exchange, Findings findings) {
    this.machine = exchange.machine();
    this.findings = findings;
  }

  /** Compares all and returns how many instruments there were. */
  long check(Rows rows) {
    assets(rows);
    long count = rows.forEach(INSTRUMENTS, this::compare, KillScope.INSTRUMENT.label());
    for (int i = 0; i < machine.listings.instrumentCount(); i++) {
      if (!seen.contains(i)) {
        String symbol = machine.listings.instrument(i).symbol().text();
        findings.add(
            BreakKind.INSTRUMENT_MISSING, "instruments", String.valueOf(i), ROW, symbol, NOTHING);
      }
    }
    return count;
  }

  private void assets(Rows rows) {
    IntHashSet known = new IntHashSet();
    rows.forEach(
        "select * from projection.assets",
        row -> {
          int id = (int) row.number("asset_id");
          known.add(id);
          boolean there = machine.listings.hasAsset(id);
          String found = row.text("code") + " with " + row.number("scale") + " decimals";
          asset(id, there ? text(machine.listings.asset(id)) : NOTHING, found);
        });
    for (int i = 0; i < machine.listings.assetCount(); i++) {
      if (!known.contains(i)) {
        asset(i, text(machine.listings.asset(i)), NOTHING);
      }
    }
  }

  private static String text(Asset asset) {
    return asset.code() + " with " + asset.scale() + " decimals";
  }

  private void asset(int id, String expected, String found) {
    findings.compare(BreakKind.ASSET_DIFFERS, "assets", String.valueOf(id), ROW, expected, found);
  }

  private void compare(Rows.Row row) {
    int id = (int) row.number("instrument_id");
    Listing of = machine.listings.find(id);
    String key = id + " " + row.text("symbol");
    if (of == null) {
      findings.add(
          BreakKind.INSTRUMENT_UNKNOWN, "instruments", key, ROW, NOTHING, row.text("symbol"));
      return;
    }
    seen.add(id);
    Instrument i = of.instrument;
    String table = "instruments";
    differ(table, key, "symbol", i.symbol().text(), row.text("symbol"));
    differ(table, key, "kind", i.kind().name(), row.text("kind"));
    differ(table, key, "base", i.base().code(), row.text("base"));
    differ(table, key, "quote", i.quote().code(), row.text("quote"));
    differ(table, key, "tick_size", Decimals.steps(i.tick(), 1), row.decimal("tick_size"));
    differ(table, key, "lot_size", Decimals.steps(i.lot(), 1), row.decimal("lot_size"));
    differ(table, key, "multiplier", Decimals.steps(i.multiplier(), 1), row.decimal("multiplier"));
    fraction(table, key, "maker_fee", i.makerFeePpm(), row);
    fraction(table, key, "taker_fee", i.takerFeePpm(), row);
    fraction(table, key, "collar", i.collarPpm(), row);
    terms(of, key, row);
    String state = row.text("state");
    differ(
        "market_states",
        key,
        "state",
        of.state.label(),
        state == null ? TradingState.OPEN.label() : state);
    BigDecimal mark = row.decimal("mark");
    differ("marks", key, "mark", Listed.steps(i.tick(), of.mark), isNone(mark) ? null : mark);
    if (mark != null) {
      differ("marks", key, "trusted", of.trusted, row.flag("trusted"));
    }
    findings.compare(
        BreakKind.KILL_SWITCH_DIFFERS,
        "kill_switches",
        "instrument " + id,
        "engaged",
        of.killed,
        row.flag("killed"));
  }

  private static boolean isNone(@Nullable BigDecimal mark) {
    return mark == null || mark.signum() == 0;
  }

  private void terms(Listing of, String key, Rows.Row row) {
    MarketTerms terms = of.terms;
    if (row.of().get("fee_tiers") == null) {
      Instrument i = of.instrument;
      MarketTerms untold = MarketTerms.of(i.makerFeePpm(), i.takerFeePpm());
      if (!terms.equals(untold)) {
        differ("market_terms", key, ROW, terms, null);
      }
      return;
    }
    String table = "market_terms";
    Asset quote = of.instrument.quote();
    differ(table, key, "fee_tiers", terms.feeTiers(), TermsJson.feeTiers(row.name("fee_tiers")));
    differ(table, key, "margins", terms.margins(), TermsJson.margins(row.name("margins"), quote));
    fraction(table, key, "band", terms.bandPpm(), row);
    BigDecimal spread = terms.isDealt() ? Decimals.fraction(terms.dealerSpreadPpm()) : null;
    differ(table, key, "dealer_spread", spread, row.decimal("dealer_spread"));
    differ(
        table,
        key,
        "mark_max_age_ms",
        terms.markMaxAgeNs() / NS_PER_MS,
        row.number("mark_max_age_ms"));
    OffsetDateTime expiry = row.of().get("expires_at", OffsetDateTime.class);
    // The tables' times are microseconds.
    differ(
        table,
        key,
        "expires_at",
        terms.expiryNs() / NS_PER_US,
        expiry == null ? 0L : Decimals.nanos(expiry) / NS_PER_US);
    fraction(table, key, "financing_long", terms.financingLongPpm(), row);
    fraction(table, key, "financing_short", terms.financingShortPpm(), row);
  }

  private void fraction(String table, String key, String field, int ppm, Rows.Row row) {
    differ(table, key, field, Decimals.fraction(ppm), row.decimal(field));
  }

  private void differ(
      String table, String key, String field, @Nullable Object expected, @Nullable Object found) {
    findings.compare(BreakKind.INSTRUMENT_DIFFERS, table, key, field, expected, found);
  }
}

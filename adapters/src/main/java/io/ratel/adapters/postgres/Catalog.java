package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.exchange.event.Event.AssetListed;
import io.ratel.exchange.event.Event.InstrumentListed;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Assets and instruments as the tables have them; they are few, change rarely and are kept here.
 */
final class Catalog {
  private final Map<Integer, Asset> assets = new HashMap<>();
  private final Map<String, Asset> byCode = new HashMap<>();
  private final Map<Integer, Instrument> instruments = new TreeMap<>();
  private final Map<String, Instrument> bySymbol = new HashMap<>();

  /** Reads both from the tables. */
  static Catalog read(DSLContext sql) {
    Catalog catalog = new Catalog();
    sql.fetch("select asset_id, code, scale from projection.assets")
        .forEach(
            r ->
                catalog.add(
                    new Asset(
                        r.get("asset_id", Integer.class),
                        r.get("code", String.class),
                        r.get("scale", Integer.class))));
    sql.fetch("select * from projection.instruments")
        .forEach(r -> catalog.add(instrument(catalog, r)));
    return catalog;
  }

  private static Instrument instrument(Catalog catalog, Record r) {
    return new Instrument(
        r.get("instrument_id", Integer.class),
        Symbol.of(r.get("symbol", String.class)),
        InstrumentKind.valueOf(r.get("kind", String.class)),
        catalog.asset(r.get("base", String.class)),
        catalog.asset(r.get("quote", String.class)),
        Decimals.step(r.get("tick_size", BigDecimal.class)),
        Decimals.step(r.get("lot_size", BigDecimal.class)),
        Decimals.ppm(r.get("maker_fee", BigDecimal.class)),
        Decimals.ppm(r.get("taker_fee", BigDecimal.class)),
        Decimals.ppm(r.get("collar", BigDecimal.class)),
        Decimals.step(r.get("multiplier", BigDecimal.class)));
  }

  Asset add(AssetListed e) {
    Asset asset = new Asset(e.assetId(), e.code(), e.scale());
    add(asset);
    return asset;
  }

  Instrument add(InstrumentListed e) {
    Instrument instrument =
        new Instrument(
            e.instrumentId(),
            Symbol.of(e.symbol()),
            e.kind(),
            asset(e.baseId()),
            asset(e.quoteId()),
            e.tick(),
            e.lot(),
            e.makerFeePpm(),
            e.takerFeePpm(),
            e.collarPpm(),
            e.multiplier());
    add(instrument);
    return instrument;
  }

  /** Gives an instrument another name. */
  void rename(int id, String symbol) {
    Instrument before = instrument(id);
    bySymbol.remove(before.symbol().text());
    add(before.renamed(Symbol.of(symbol)));
  }

  private void add(Asset asset) {
    assets.put(asset.id(), asset);
    byCode.put(asset.code(), asset);
  }

  private void add(Instrument instrument) {
    instruments.put(instrument.id(), instrument);
    bySymbol.put(instrument.symbol().text(), instrument);
  }

  Asset asset(int id) {
    return known(assets.get(id), "asset", id);
  }

  Asset asset(String code) {
    return known(byCode.get(code), "asset", code);
  }

  Instrument instrument(int id) {
    return known(instruments.get(id), "instrument", id);
  }

  Instrument instrument(String symbol) {
    return known(bySymbol.get(symbol), "instrument", symbol);
  }

  boolean hasInstrument(int id) {
    return instruments.containsKey(id);
  }

  boolean hasInstrument(String symbol) {
    return bySymbol.containsKey(symbol);
  }

  boolean hasAsset(String code) {
    return byCode.containsKey(code);
  }

  List<Instrument> instruments() {
    return List.copyOf(instruments.values());
  }

  private static <T> T known(@Nullable T found, String what, Object id) {
    if (found == null) {
      throw new IllegalStateException(what + " " + id + " has no row in the projection");
    }
    return found;
  }
}

package io.ratel.gateway.catalog;

import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.wire.WireAccountEvent;
import io.ratel.marketdata.pair.Pair;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import io.ratel.model.money.Asset;
import io.ratel.model.order.RejectReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Instruments, their assets and the venues' markets. Of an instrument only its name can change, so
 * they are remembered; an unknown name is looked up again, at most every 100 ms. Safe for any
 * thread; only the methods that say so block.
 */
public final class Catalog {
  private static final long RELOAD_NS = 100_000_000L;

  private record Listed(
      Map<Symbol, Instrument> bySymbol,
      Map<Integer, Instrument> byId,
      Map<String, Asset> assetsByCode,
      Map<Integer, Asset> assetsById) {}

  private final TradingViews trading;
  private final Supplier<List<Market>> markets;
  private volatile Listed listed = new Listed(Map.of(), Map.of(), Map.of(), Map.of());
  private volatile long reloadedNs = System.nanoTime() - RELOAD_NS;

  /**
   * @param markets every market that is watched, our own and the venues'; may block
   */
  public Catalog(TradingViews trading, Supplier<List<Market>> markets) {
    this.trading = trading;
    this.markets = markets;
  }

  /** All instruments of the exchange, as of now. May block. */
  public List<Instrument> instruments() {
    List<Instrument> instruments = trading.instruments();
    Map<Symbol, Instrument> bySymbol = new HashMap<>();
    Map<Integer, Instrument> byId = new HashMap<>();
    Map<String, Asset> byCode = new HashMap<>();
    Map<Integer, Asset> assets = new HashMap<>();
    for (Instrument instrument : instruments) {
      bySymbol.put(instrument.symbol(), instrument);
      byId.put(instrument.id(), instrument);
      for (Asset asset : List.of(instrument.base(), instrument.quote())) {
        byCode.put(asset.code(), asset);
        assets.put(asset.id(), asset);
      }
    }
    listed = new Listed(bySymbol, byId, byCode, assets);
    return instruments;
  }

  /** An instrument of the exchange. May block. */
  public Optional<Instrument> instrument(Symbol symbol) {
    if (!listed.bySymbol().containsKey(symbol)) {
      reload();
    }
    return Optional.ofNullable(listed.bySymbol().get(symbol));
  }

  /** An asset of an instrument. May block. */
  public Optional<Asset> asset(String code) {
    if (!listed.assetsByCode().containsKey(code)) {
      reload();
    }
    return Optional.ofNullable(listed.assetsByCode().get(code));
  }

  /**
   * As {@link #asset}.
   *
   * @throws RefusedException 422
   */
  public Asset requireAsset(String code) {
    return asset(code)
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_ASSET, "asset", code, RejectReason.UNKNOWN_ASSET.rule()));
  }

  /** What a client is told of an account's event, with the names that have been seen. */
  public WireAccountEvent wire(AccountEvent e) {
    return WireAccountEvent.of(
        e,
        e.instrumentId().isEmpty() ? Optional.empty() : seenInstrument(e.instrumentId().getAsInt()),
        e.assetId().isEmpty() ? Optional.empty() : seenAsset(e.assetId().getAsInt()));
  }

  /** An instrument that has been seen already; never blocks. */
  public Optional<Instrument> seenInstrument(int id) {
    return Optional.ofNullable(listed.byId().get(id));
  }

  /** An asset that has been seen already; never blocks. */
  public Optional<Asset> seenAsset(int id) {
    return Optional.ofNullable(listed.assetsById().get(id));
  }

  /** The markets of the venues, which can be watched but not traded. May block. */
  public List<Market> venueMarkets() {
    return markets.get().stream().filter(m -> !m.symbol().venue().isEmpty()).toList();
  }

  /** A venue's market. May block. */
  public Optional<Market> venueMarket(Symbol symbol) {
    return symbol.venue().isEmpty()
        ? Optional.empty()
        : venueMarkets().stream().filter(m -> m.symbol().equals(symbol)).findFirst();
  }

  /** Whether there is anything of this name to watch. May block. */
  public boolean knows(Symbol symbol) {
    return symbol.venue().isEmpty()
        ? instrument(symbol).isPresent()
        : venueMarket(symbol).isPresent();
  }

  /** Whether anything trades this pair. May block. */
  public boolean knowsPair(String pair) {
    return instruments().stream().map(Instrument::symbol).anyMatch(symbol -> isOf(symbol, pair))
        || venueMarkets().stream().map(Market::symbol).anyMatch(symbol -> isOf(symbol, pair));
  }

  private static boolean isOf(Symbol symbol, String pair) {
    return Pair.of(symbol).filter(of -> of.text().equals(pair)).isPresent();
  }

  private synchronized void reload() {
    long now = System.nanoTime();
    if (now - reloadedNs >= RELOAD_NS) {
      reloadedNs = now;
      instruments();
    }
  }
}

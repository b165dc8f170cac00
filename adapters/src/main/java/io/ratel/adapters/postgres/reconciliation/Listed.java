package io.ratel.adapters.postgres.reconciliation;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Listings;
import io.ratel.model.instrument.Step;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The machine's assets and markets by the names that the tables have for them. */
final class Listed {
  private final Map<String, Asset> assets = new HashMap<>();
  private final Map<String, Listing> markets = new HashMap<>();
  private final Listings listings;

  Listed(Exchange exchange) {
    listings = exchange.machine().listings;
    for (int i = 0; i < listings.assetCount(); i++) {
      assets.put(listings.asset(i).code(), listings.asset(i));
    }
    for (int i = 0; i < listings.instrumentCount(); i++) {
      markets.put(symbol(i), listings.get(i));
    }
  }

  @Nullable Asset asset(@Nullable String code) {
    return assets.get(code);
  }

  @Nullable Listing market(@Nullable String symbol) {
    return markets.get(symbol);
  }

  Listing market(int instrument) {
    return listings.get(instrument);
  }

  String symbol(int instrument) {
    return listings.instrument(instrument).symbol().text();
  }

  /** A price or quantity as the tables have it, null for none. */
  static @Nullable BigDecimal steps(Step step, long count) {
    return count == 0 ? null : Decimals.steps(step, count);
  }
}

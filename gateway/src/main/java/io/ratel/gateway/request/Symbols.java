package io.ratel.gateway.request;

import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Symbol;
import java.util.Optional;

/** Symbols as clients write them. */
public final class Symbols {
  private Symbols() {}

  /** Empty when the text cannot be a symbol. */
  public static Optional<Symbol> parse(String text) {
    try {
      return Optional.of(new Symbol(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The instrument to place an order on. */
  public static Instrument tradable(Catalog catalog, String text) {
    if (parse(text).flatMap(catalog::venueMarket).isPresent()) {
      throw RefusedException.value(
          ErrorCode.NOT_TRADABLE,
          "symbol",
          text,
          "must be an instrument of this exchange; a venue's market can only be watched");
    }
    return own(catalog, text);
  }

  /** An instrument of the exchange that a body or a query names. */
  public static Instrument own(Catalog catalog, String text) {
    return parse(text)
        .flatMap(catalog::instrument)
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_INSTRUMENT,
                    "symbol",
                    text,
                    "must be an instrument of this exchange"));
  }

  /** A symbol in a path, ours or a venue's. */
  public static Symbol watched(Catalog catalog, String text) {
    return parse(text)
        .filter(catalog::knows)
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_MARKET,
                    "symbol",
                    text,
                    "must be a symbol listed at /v1/instruments"));
  }
}

package io.ratel.gateway.wire;

import io.ratel.gateway.market.Quality;
import io.ratel.gateway.operation.Decimal;
import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A book, best prices first, each level {@code [price, quantity]}.
 *
 * @param time null while the book is unknown or in doubt; its sides are then empty
 * @param ageMs since the last change was received
 * @param state whether it can be relied on
 */
public record WireBook(
    String symbol,
    List<List<Decimal>> bids,
    List<List<Decimal>> asks,
    long sequence,
    @Nullable Instant time,
    String source,
    @Nullable Long ageMs,
    Quality state) {
  /**
   * @param staleAfterNs how old it may be, see MarketViews
   */
  public static WireBook of(
      Symbol symbol, Optional<BookView> book, long staleAfterNs, InstantSource clock) {
    if (book.isEmpty()) {
      return new WireBook(
          symbol.text(), List.of(), List.of(), 0, null, source(symbol), null, Quality.UNKNOWN);
    }
    BookView view = book.get();
    return new WireBook(
        symbol.text(),
        levels(view.market(), view.bids()),
        levels(view.market(), view.asks()),
        view.sequence(),
        Times.instant(view.exchangeTimeNs()),
        view.source(),
        Times.ageMs(view.localTimeNs(), clock),
        Quality.of(view.localTimeNs(), staleAfterNs, clock));
  }

  public static List<List<Decimal>> levels(Market market, List<Level> levels) {
    return levels.stream().map(level -> level(market, level)).toList();
  }

  public static List<Decimal> level(Market market, Level level) {
    return List.of(
        new Decimal(market.formatPrice(level.price())),
        new Decimal(market.formatQuantity(level.quantity())));
  }

  /** Where a symbol's data comes from. */
  static String source(Symbol symbol) {
    return symbol.venue().isEmpty() ? WireInstrument.OWN_VENUE : symbol.venue();
  }
}

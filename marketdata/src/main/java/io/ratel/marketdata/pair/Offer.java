package io.ratel.marketdata.pair;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Quote;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one market gives to its pair.
 *
 * @param good whether the quote may be shown as a price: known, not stale, not crossed
 * @param turnover price times quantity of the window, exact
 * @param volume of the window
 */
public record Offer(
    Symbol symbol,
    String source,
    Optional<Quote> quote,
    boolean good,
    BigDecimal turnover,
    BigDecimal volume) {}

package io.ratel.marketdata.history.fetch;

import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;

/**
 * Work that a process has taken.
 *
 * @param taker who holds it until its lease ends
 */
public record HistoryItem(long id, HistoryKey key, Span span, String taker) {}

package io.ratel.marketdata.history;

/**
 * Work that a process has taken.
 *
 * @param taker who holds it until its lease ends
 */
public record HistoryItem(long id, HistoryKey key, Span span, String taker) {}

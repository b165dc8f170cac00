package io.ratel.marketdata.series;

/**
 * What is there of a series.
 *
 * @param values with their revisions
 */
public record SeriesSummary(SeriesKey key, long values, long firstNs, long lastNs) {}

package io.ratel.marketdata.alert;

/**
 * An alert that fired.
 *
 * @param id growing; 0 before it is kept
 * @param words what happened, for people
 * @param value what the condition's reading showed
 * @param timeNs by the market's time
 */
public record Firing(
    long id,
    long alertId,
    long userId,
    String name,
    String symbol,
    String words,
    double value,
    long timeNs) {}

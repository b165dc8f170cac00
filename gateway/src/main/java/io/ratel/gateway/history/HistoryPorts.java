package io.ratel.gateway.history;

import io.ratel.marketdata.history.MarketHistory;
import io.ratel.marketdata.history.fetch.HistoryDesk;
import java.util.function.Supplier;

/**
 * What is behind this door.
 *
 * @param ids draws an id that nobody can guess
 */
public record HistoryPorts(MarketHistory history, HistoryDesk desk, Supplier<String> ids) {}

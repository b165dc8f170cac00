package io.ratel.server.demo;

import io.ratel.exchange.view.EquityHistory;
import io.ratel.model.market.Bar;
import io.ratel.model.market.MarketEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who is told what the demo makes up besides orders.
 *
 * @param bars of the month before the opening; by the first start
 * @param events of matches: those of the last hours before the opening by the first start, then
 *     each as it happens, on the demo's thread
 * @param equity of the demo user's accounts in that month; by the first start
 */
public record DemoSinks(
    Consumer<List<Bar>> bars,
    Consumer<MarketEvent> events,
    Consumer<List<EquityHistory.Point>> equity) {}

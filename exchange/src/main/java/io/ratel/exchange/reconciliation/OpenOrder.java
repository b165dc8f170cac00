package io.ratel.exchange.reconciliation;

import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An open order as the machine has it. Prices are ticks, quantities lots, 0 is none. What the
 * machine does not keep of an order in its place is empty.
 *
 * @param price empty for a market order that waits for an auction, which rests at its collar
 * @param quantity what has been filled included
 * @param turnover ticks times lots of what was filled; empty for a parent
 * @param status empty where an order may be told of as open or as waiting
 * @param trigger empty for one that does not wait, or waits for the house's price
 */
public record OpenOrder(
    long id,
    long accountId,
    int instrument,
    Side side,
    Optional<OrderType> type,
    OptionalLong price,
    long quantity,
    long filled,
    OptionalLong turnover,
    Optional<OrderStatus> status,
    OptionalLong trigger) {}

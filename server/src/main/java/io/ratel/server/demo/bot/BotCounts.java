package io.ratel.server.demo.bot;

import java.util.Map;

/**
 * What a bot has done so far.
 *
 * @param running whether its trigger has started it and it has not stopped
 * @param refusedByLimit orders that were not sent
 * @param refusedByExchange orders that were sent and refused
 */
public record BotCounts(
    String bot,
    boolean running,
    long started,
    long stopped,
    long orders,
    long cancels,
    Map<Limit, Long> refusedByLimit,
    long refusedByExchange) {}

package io.ratel.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.access.AccessPorts;
import io.ratel.gateway.rate.RatePorts;
import io.ratel.gateway.topic.MarketTopics;
import io.ratel.marketdata.alert.AlertStore;
import io.ratel.marketdata.history.fetch.HistoryWork;
import io.ratel.security.audit.AuditLog;
import io.ratel.security.identity.Presence;
import io.ratel.security.identity.Users;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is behind the doors.
 *
 * @param rates how much anybody may ask
 * @param audit where it is written what operators do
 * @param marketTopics what the stream tells of markets; closed with the gateway
 * @param alerts where users' alerts and what they fired are kept
 * @param history where requests for history are kept
 * @param presence who has sockets; without it the stream tells of markets alone and signs nobody in
 * @param missing what is not ready yet, in words; empty when what is served here can be used
 * @param registry shared with whoever has more to measure
 * @param session where a stream's session cancels the orders of its accounts when it ends; without
 *     it none can ask for that
 * @param rest what REST needs; without it there are only the stream and the node's own health
 */
public record GatewayPorts(
    TradingViews trading,
    AccountViews accounts,
    Users users,
    AccessPorts access,
    RatePorts rates,
    AuditLog audit,
    MarketTopics marketTopics,
    AlertStore alerts,
    HistoryWork history,
    Optional<Presence> presence,
    Supplier<List<String>> missing,
    PrometheusMeterRegistry registry,
    InstantSource clock,
    Optional<OrderEntry> session,
    Optional<RestPorts> rest) {}

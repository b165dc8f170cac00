package io.ratel.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.view.EquityHistory;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.wire.FeedStatus;
import io.ratel.marketdata.MarketViews;
import io.ratel.security.identity.Passwords;
import io.ratel.security.identity.Users;
import io.ratel.security.token.TokenSigner;
import io.ratel.security.token.TokenVerifier;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is behind the doors.
 *
 * @param missing what is not ready yet, in words; empty when an order can be placed
 * @param feeds the sources of market data
 * @param registry shared with whoever has more to measure
 */
public record GatewayPorts(
    OrderEntry orders,
    TradingViews trading,
    EquityHistory equity,
    MarketViews markets,
    Users users,
    Passwords passwords,
    TokenSigner signer,
    TokenVerifier verifier,
    Supplier<List<String>> missing,
    Supplier<List<FeedStatus>> feeds,
    PrometheusMeterRegistry registry,
    InstantSource clock) {}

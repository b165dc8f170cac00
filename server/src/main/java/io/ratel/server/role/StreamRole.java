package io.ratel.server.role;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.PostgresAccountViews;
import io.ratel.adapters.postgres.PostgresPresence;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.adapters.postgres.access.PostgresAudit;
import io.ratel.adapters.postgres.alert.AlertFollower;
import io.ratel.adapters.postgres.alert.PostgresAlerts;
import io.ratel.adapters.postgres.history.HistoryFollower;
import io.ratel.adapters.postgres.history.PostgresHistoryWork;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.Gateway;
import io.ratel.gateway.GatewayConfig;
import io.ratel.gateway.GatewayPorts;
import io.ratel.gateway.history.HistoryNews;
import io.ratel.gateway.relay.RelayedMarketTopics;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.security.revocation.FleetClient;
import io.ratel.security.token.FetchedKeys;
import io.ratel.security.token.TokenVerifier;
import io.ratel.server.config.Config;
import io.ratel.server.trust.Trust;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A node that only streams: accounts from the exchange's events and the tables, markets relayed
 * from the process that follows them. It has no key to sign with: it checks tokens with the public
 * ones that the other process publishes.
 */
public final class StreamRole implements AutoCloseable {
  private final RelayedMarketTopics markets;
  private final Gateway gateway;
  private final EventFollower accounts;
  private final AlertFollower alertNews;
  private final HistoryFollower historyNews;
  private final Access access;
  private final RateLimits rates;

  /**
   * Opens the door.
   *
   * @param api where the process with the role {@code api} answers
   * @param trust how it is reached, and how the own door is locked
   * @throws io.ratel.gateway.PortInUseException when another process has the port
   */
  public StreamRole(
      GatewayConfig config,
      URI api,
      ExchangeAccess exchange,
      TradingViews views,
      Database tables,
      Config.RateLimits limits,
      PostgresAudit audit,
      Trust trust,
      PrometheusMeterRegistry registry) {
    InstantSource clock = InstantSource.system();
    URI published = api.resolve("/.well-known/jwks.json");
    Optional<FleetClient> client = trust.client().filter(c -> "https".equals(api.getScheme()));
    markets =
        client
            .map(known -> new RelayedMarketTopics(api, known))
            .orElseGet(() -> new RelayedMarketTopics(api));
    client.ifPresent(
        known -> known.onCut(() -> markets.reconnect("a node's certificate was revoked")));
    FetchedKeys keys =
        client
            .map(known -> new FetchedKeys(published, known))
            .orElseGet(() -> new FetchedKeys(published));
    TokenVerifier verifier = new TokenVerifier(keys, clock);
    access = new Access(tables, verifier, clock);
    rates = new RateLimits(limits, tables, audit);
    PostgresAlerts alerts = new PostgresAlerts(tables, IndicatorCatalog.load());
    PostgresHistoryWork history = new PostgresHistoryWork(tables);
    gateway =
        new Gateway(
            config,
            new GatewayPorts(
                views,
                new PostgresAccountViews(tables),
                new PostgresUsers(tables),
                access.ports(),
                rates.ports(),
                audit,
                markets,
                alerts,
                history,
                Optional.of(new PostgresPresence(tables, UUID.randomUUID().toString())),
                this::missing,
                registry,
                clock,
                Optional.of(exchange.orderEntry()),
                Optional.empty()));
    accounts =
        new EventFollower(
            "account-events",
            exchange.events(),
            views.sequence(),
            gateway.accountChanges(),
            () -> {});
    alertNews = new AlertFollower(tables, alerts, gateway.alertNews());
    HistoryNews requests = gateway.historyNews();
    historyNews = new HistoryFollower(tables, history, () -> {}, requests::wanted, requests);
    gateway.start(trust.doors());
  }

  private List<String> missing() {
    return markets.connected() ? List.of() : List.of("the market data cannot be reached");
  }

  public int port() {
    return gateway.port();
  }

  @Override
  public void close() {
    gateway.close();
    accounts.close();
    alertNews.close();
    historyNews.close();
    rates.close();
    access.close();
  }
}

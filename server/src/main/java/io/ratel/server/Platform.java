package io.ratel.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ratel.adapters.aeron.LogException;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresAccountViews;
import io.ratel.adapters.postgres.PostgresEquity;
import io.ratel.adapters.postgres.PostgresPresence;
import io.ratel.adapters.postgres.PostgresProjection;
import io.ratel.adapters.postgres.PostgresReconciler;
import io.ratel.adapters.postgres.PostgresTradeReports;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.adapters.postgres.PostgresViews;
import io.ratel.adapters.postgres.Progress;
import io.ratel.adapters.postgres.ProgressPoll;
import io.ratel.adapters.postgres.access.PostgresAudit;
import io.ratel.adapters.postgres.sample.PostgresTables;
import io.ratel.exchange.reconciliation.Reconciler;
import io.ratel.gateway.Gateway;
import io.ratel.gateway.GatewayPorts;
import io.ratel.gateway.PortInUseException;
import io.ratel.gateway.RestPorts;
import io.ratel.gateway.topic.LocalMarketTopics;
import io.ratel.marketdata.storage.StoredTable;
import io.ratel.marketdata.storage.StoredTables;
import io.ratel.security.audit.AnchorFile;
import io.ratel.security.identity.Passwords;
import io.ratel.security.secret.Secrets;
import io.ratel.security.token.JwkSet;
import io.ratel.security.token.TokenVerifier;
import io.ratel.server.cli.ExitCode;
import io.ratel.server.cli.StartException;
import io.ratel.server.config.Config;
import io.ratel.server.config.FeedsConfig;
import io.ratel.server.demo.Demo;
import io.ratel.server.demo.DemoSinks;
import io.ratel.server.demo.bot.BotCounts;
import io.ratel.server.role.Access;
import io.ratel.server.role.AlertWatch;
import io.ratel.server.role.EquitySampler;
import io.ratel.server.role.ExchangeAccess;
import io.ratel.server.role.HistoryRole;
import io.ratel.server.role.IngestRole;
import io.ratel.server.role.Projector;
import io.ratel.server.role.RateLimits;
import io.ratel.server.role.RoleName;
import io.ratel.server.role.StreamRole;
import io.ratel.server.snapshot.Sampling;
import io.ratel.server.trust.SigningKeys;
import io.ratel.server.trust.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roles of one process: all of them on a laptop, some of them in a fleet. Started once; a start
 * that fails closes what it had opened. Closing drains: the doors first, then the readers, then the
 * log.
 */
public final class Platform implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
  private static final long TABLES_MS = 60_000;

  private final Config config;
  private final Consumer<String> say;
  private final Runnable onFatal;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private volatile boolean ready;
  private volatile boolean closing;
  private volatile int port;

  private Platform(Config config, Consumer<String> say, Runnable onFatal) {
    this.config = config;
    this.say = say;
    this.onFatal = onFatal;
  }

  /**
   * Starts everything and returns when an order can be placed.
   *
   * @param say receives lines for the person who started it
   * @param onFatal called when the process must not go on
   * @throws StartException with the exit code that says whose fault it is
   */
  public static Platform start(Config config, Consumer<String> say, Runnable onFatal) {
    if (hasDoors(config)) {
      requireFreePort(config);
    }
    Platform platform = new Platform(config, say, onFatal);
    try {
      platform.open();
      return platform;
    } catch (PortInUseException e) {
      platform.close();
      throw portInUse(config, e.port());
    } catch (RuntimeException | IOException e) {
      platform.close();
      if (e instanceof StartException start) {
        throw start;
      }
      LOG.atError().setCause(e).log("the start failed");
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      int code = cause instanceof LogException ? ExitCode.DATA_UNUSABLE : ExitCode.FAILED;
      throw new StartException(code, "the start failed: " + cause.getMessage());
    }
  }

  private static boolean hasDoors(Config config) {
    return config.roles().contains(RoleName.API) || config.roles().contains(RoleName.STREAM);
  }

  private static void requireFreePort(Config config) {
    int port = config.gateway().port();
    if (port == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(config.gateway().host(), port));
    } catch (IOException e) {
      throw portInUse(config, port);
    }
  }

  private static StartException portInUse(Config config, int port) {
    return new StartException(
        ExitCode.PORT_IN_USE,
        "port "
            + port
            + " is in use: choose another with "
            + (port == config.gateway().port() ? "--port PORT" : "fleet.port or http.plainPort"));
  }

  private void open() throws IOException {
    DataDirectory data = push(DataDirectory.hold(config.data()));
    Logging.toFiles(data.path());
    Progress progress = new Progress();
    Engines engines = engines(data);
    ExchangeAccess exchange = engines.exchange();
    if (runs(RoleName.EXCHANGE)) {
      FirstMarkets.list(exchange.orderEntry());
    }
    if (engines.database().isPresent()) {
      Database tables = engines.database().get();
      if (runs(RoleName.PROJECTOR)) {
        PostgresProjection projection = new PostgresProjection(tables, progress);
        int flushMs = config.postgres().flushMs();
        push(new Projector(exchange.events(), projection, progress, flushMs));
      } else {
        push(new ProgressPoll(tables, progress));
      }
      if (engines.ingest().isPresent()) {
        openDoors(data, exchange, tables, engines.ingest().get(), progress);
      } else if (runs(RoleName.STREAM)) {
        openStream(data, exchange, tables, progress);
      }
    }
    ready = true;
  }

  private boolean runs(RoleName role) {
    return config.roles().contains(role);
  }

  private static PostgresAudit audit(DataDirectory data, Database tables) {
    return new PostgresAudit(tables, new AnchorFile(data.resolve("audit-anchor")));
  }

  private void openStream(
      DataDirectory data, ExchangeAccess exchange, Database tables, Progress progress) {
    PostgresViews views = new PostgresViews(tables, progress);
    awaitTables(exchange, views);
    StreamRole stream =
        push(
            new StreamRole(
                config.gateway(),
                config.api().orElseThrow(),
                exchange,
                views,
                tables,
                config.rates(),
                audit(data, tables),
                push(new Trust(config, tables, registry)),
                registry));
    port = stream.port();
  }

  private void openDoors(
      DataDirectory data,
      ExchangeAccess exchange,
      Database tables,
      IngestRole marketData,
      Progress progress)
      throws IOException {
    PostgresViews views = new PostgresViews(tables, progress);
    PostgresEquity equity = new PostgresEquity(tables);
    PostgresUsers users = new PostgresUsers(tables);
    Passwords passwords = new Passwords();
    FirstUser firstUser = new FirstUser(exchange.orderEntry(), users, passwords);
    Config.Demo demo = config.demo();
    Supplier<List<BotCounts>> bots = List::of;
    if (demo.on()) {
      Demo traders =
          push(
              new Demo(
                  exchange.orderEntry(),
                  views,
                  new DemoSinks(
                      marketData.markets()::onBars,
                      marketData.markets()::onEvent,
                      points -> {
                        awaitTables(exchange, views); // what was deposited is in them
                        equity.record(points);
                      }),
                  demo.instruments(),
                  demo.seed()));
      traders.start(firstUser, InstantSource.system());
      bots = traders::counts;
    }
    firstUser
        .ensureOperator(config.operator().map(o -> StoredSecrets.resolve(o, data.path(), tables)))
        .ifPresent(say);
    Trust trust = push(new Trust(config, tables, registry));
    Secrets secrets = StoredSecrets.open(tables, StoredSecrets.keys(data.path()));
    FeedsConfig feeds = StoredSecrets.feeds(config, secrets);
    HistoryRole history =
        push(
            new HistoryRole(
                tables, marketData, feeds, config.marketData().live(), InstantSource.system()));
    Gateway gateway =
        gateway(
            data,
            exchange,
            tables,
            views,
            equity,
            marketData,
            history,
            users,
            passwords,
            secrets,
            trust);
    push(new Gauges(registry, progress, tables, marketData, bots));
    marketData.follow(exchange.events(), tables, gateway.accountChanges());
    awaitTables(exchange, views);
    push(new EquitySampler(equity, views, marketData.markets()));
    sample(data, tables, marketData);
    gateway.start(trust.doors());
    port = gateway.port();
    hear(marketData, feeds, secrets);
  }

  /** Begins to take in what comes from outside. */
  private void hear(IngestRole marketData, FeedsConfig feeds, Secrets secrets) {
    marketData.enrich(config.pipelines());
    if (feeds.any()) {
      marketData.connect(feeds);
    }
    if (!config.sources().sources().isEmpty()) {
      marketData.ask(StoredSecrets.sources(config, secrets).sources());
    }
    if (config.recordings().any()) {
      marketData.play(config.recordings(), report -> say.accept(report.toString()));
    }
  }

  /**
   * An answer to a harmless command tells where the exchange is; then the tables must get there.
   */
  private static void awaitTables(ExchangeAccess exchange, PostgresViews views) {
    long sequence = exchange.orderEntry().submit(FirstMarkets.harmless()).sequence();
    if (!views.await(sequence, TABLES_MS)) {
      throw new StartException(
          ExitCode.FAILED,
          "the tables are at event "
              + views.sequence()
              + " of "
              + sequence
              + ": is a projector running?");
    }
  }

  private Gateway gateway(
      DataDirectory data,
      ExchangeAccess exchange,
      Database tables,
      PostgresViews views,
      PostgresEquity equity,
      IngestRole marketData,
      HistoryRole history,
      PostgresUsers users,
      Passwords passwords,
      Secrets secrets,
      Trust trust) {
    InstantSource clock = InstantSource.system();
    SigningKeys signing = push(SigningKeys.open(data.path(), tables, config.tokens(), clock));
    Access access = push(new Access(tables, new TokenVerifier(signing.keys(), clock), clock));
    PostgresAudit audit = audit(data, tables);
    RateLimits rates = push(new RateLimits(config.rates(), tables, audit));
    IdentityParts identity = new IdentityParts(tables, secrets, this::publicUrl, clock);
    AlertWatch alerts = push(new AlertWatch(tables, marketData.markets(), registry));
    Gateway gateway =
        new Gateway(
            config.gateway(),
            new GatewayPorts(
                views,
                new PostgresAccountViews(tables),
                users,
                access.ports(),
                rates.ports(),
                audit,
                new LocalMarketTopics(marketData.markets(), clock),
                alerts.store(),
                history.work(),
                runs(RoleName.STREAM)
                    ? Optional.of(new PostgresPresence(tables, UUID.randomUUID().toString()))
                    : Optional.empty(),
                () -> ready ? List.of() : List.of("the platform is starting"),
                registry,
                clock,
                Optional.of(exchange.orderEntry()),
                Optional.of(
                    new RestPorts(
                        exchange.orderEntry(),
                        equity,
                        marketData.markets(),
                        alerts.indicators(),
                        alerts.alerts(),
                        passwords,
                        signing.signer(),
                        () -> JwkSet.write(signing.keys().published()),
                        marketData::feeds,
                        reconciler(exchange, tables),
                        new PostgresTradeReports(tables),
                        trust.ports(),
                        identity.identity(),
                        identity.external(config.security()),
                        identity.users(config.security()),
                        marketData.reference(),
                        storage(tables, marketData),
                        history.ports()))));
    push(gateway);
    alerts.tell(gateway.alertNews());
    history.tell(gateway.historyNews());
    return gateway;
  }

  private void sample(DataDirectory data, Database tables, IngestRole marketData) {
    push(
        new Sampling(
            new Sampling.Sources(
                marketData.analytics(),
                marketData.markets(),
                marketData::followed,
                tables,
                config.recordings().any()
                    ? Optional.empty()
                    : Optional.of(config.sources().keep())),
            storage(tables, marketData),
            data.path(),
            InstantSource.system()));
  }

  private static StoredTables storage(Database tables, IngestRole marketData) {
    PostgresTables postgres = new PostgresTables(tables);
    return () -> {
      List<StoredTable> all = new ArrayList<>(postgres.tables());
      all.addAll(marketData.storedTables());
      return all;
    };
  }

  /** A site's name must not be an address: who came to this machine comes to "localhost". */
  private URI publicUrl() {
    String host = config.gateway().host();
    String name = isLoopback(host) ? "localhost" : host;
    return config.security().publicUrl().orElseGet(() -> URI.create("http://" + name + ":" + port));
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the configuration has checked it", e);
    }
  }

  private Reconciler reconciler(ExchangeAccess exchange, Database tables) {
    PostgresReconciler reconciler = new PostgresReconciler(tables, exchange.history());
    registry.gauge("ratel.reconciliation.breaks", reconciler, r -> r.lastBreaks());
    return reconciler;
  }

  private Database database(DataDirectory data) {
    Config.Postgres postgres = config.postgres();
    String url =
        postgres
            .url()
            .orElseGet(
                () -> push(EmbeddedPostgresServer.start(data.resolve("postgres"))).jdbcUrl());
    return Database.connect(url, postgres.user(), postgres.password(), postgres.maxConnections());
  }

  private void onLogError(Throwable error) {
    if (closing) {
      return;
    }
    if (error instanceof LogException) {
      LOG.atError().setCause(error).log("the exchange cannot go on");
      onFatal.run();
    } else {
      LOG.atWarn().setCause(error).log("the log's engine reports");
    }
  }

  private record Engines(
      ExchangeAccess exchange, Optional<Database> database, Optional<IngestRole> ingest) {}

  /** The engines know nothing of each other and start together. */
  private Engines engines(DataDirectory data) {
    CompletableFuture<ExchangeAccess> exchange =
        begin(
            "exchange",
            () ->
                runs(RoleName.EXCHANGE)
                    ? ExchangeAccess.run(config.log(), this::onLogError)
                    : ExchangeAccess.reach(config.log(), this::onLogError));
    CompletableFuture<Optional<Database>> database =
        begin(
            "database",
            () ->
                runs(RoleName.PROJECTOR) || hasDoors(config)
                    ? Optional.of(database(data))
                    : Optional.empty());
    CompletableFuture<Optional<IngestRole>> ingest =
        begin(
            "ticks",
            () ->
                runs(RoleName.INGEST)
                    ? Optional.of(
                        new IngestRole(
                            data.resolve("ticks"),
                            config.marketData(),
                            config.recordings().any(),
                            config.sources().clickHouse()))
                    : Optional.empty());
    CompletableFuture.allOf(exchange, database, ingest).handle((done, failed) -> done).join();
    // Closed in reverse: market data reads the exchange's events.
    settled(exchange).ifPresent(this::push);
    settled(database).flatMap(d -> d).ifPresent(this::push);
    settled(ingest).flatMap(i -> i).ifPresent(this::push);
    return new Engines(exchange.join(), database.join(), ingest.join());
  }

  private static <T> CompletableFuture<T> begin(String name, Supplier<T> engine) {
    return CompletableFuture.supplyAsync(
        () -> timed(name, engine), start -> Thread.ofPlatform().name("start").start(start));
  }

  private static <T> T timed(String name, Supplier<T> step) {
    long begun = System.nanoTime();
    T result = step.get();
    LOG.atInfo()
        .addKeyValue("step", name)
        .addKeyValue("ms", (System.nanoTime() - begun) / 1_000_000)
        .log("started");
    return result;
  }

  private static <T> Optional<T> settled(CompletableFuture<T> engine) {
    return engine.isCompletedExceptionally() ? Optional.empty() : Optional.of(engine.join());
  }

  private <T extends AutoCloseable> T push(T part) {
    synchronized (opened) {
      opened.push(part);
    }
    return part;
  }

  /** Where the doors are, or which roles run where there are none. */
  public String address() {
    return hasDoors(config)
        ? (config.tls().on() ? "https://" : "http://") + config.gateway().host() + ":" + port
        : String.join(", ", config.roles().stream().map(RoleName::label).toList());
  }

  @Override
  public void close() {
    closing = true;
    while (true) {
      AutoCloseable part;
      synchronized (opened) {
        part = opened.poll();
      }
      if (part == null) {
        return;
      }
      try {
        part.close();
      } catch (Exception e) {
        LOG.atWarn().setCause(e).log("{} did not close cleanly", part.getClass().getSimpleName());
      }
    }
  }
}

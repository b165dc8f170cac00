package io.ratel.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresProjection;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.adapters.postgres.PostgresViews;
import io.ratel.adapters.postgres.Progress;
import io.ratel.gateway.Gateway;
import io.ratel.gateway.GatewayPorts;
import io.ratel.gateway.PortInUseException;
import io.ratel.security.identity.Passwords;
import io.ratel.security.token.TokenKeys;
import io.ratel.security.token.TokenSigner;
import io.ratel.security.token.TokenVerifier;
import io.ratel.server.cli.ExitCode;
import io.ratel.server.cli.StartException;
import io.ratel.server.config.Config;
import io.ratel.server.demo.Demo;
import io.ratel.server.role.ExchangeRole;
import io.ratel.server.role.IngestRole;
import io.ratel.server.role.Projector;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All roles in one process, on engines of its own. Started once; a start that fails closes what it
 * had opened. Closing drains: the doors first, then the readers, then the log.
 */
public final class Platform implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

  private final Config config;
  private final Consumer<String> say;
  private final Runnable onFatal;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private volatile boolean ready;
  private volatile boolean closing;
  private int port;

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
    requireFreePort(config.gateway().host(), config.gateway().port());
    Platform platform = new Platform(config, say, onFatal);
    try {
      platform.open();
      return platform;
    } catch (PortInUseException e) {
      platform.close();
      throw portInUse(config.gateway().port());
    } catch (RuntimeException | IOException e) {
      platform.close();
      if (e instanceof StartException start) {
        throw start;
      }
      LOG.atError().setCause(e).log("the start failed");
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      throw new StartException(ExitCode.FAILED, "the start failed: " + cause.getMessage());
    }
  }

  private static void requireFreePort(String host, int port) {
    if (port == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw portInUse(port);
    }
  }

  private static StartException portInUse(int port) {
    return new StartException(
        ExitCode.PORT_IN_USE, "port " + port + " is in use: choose another with --port PORT");
  }

  private void open() throws IOException {
    DataDirectory data = push(DataDirectory.hold(config.data()));
    Logging.toFiles(data.path());
    Progress progress = new Progress();
    Engines engines = engines(data);
    ExchangeRole exchangeRole = engines.exchange();
    Database tables = engines.database();
    IngestRole marketData = engines.ingest();
    FirstMarkets.list(exchangeRole.orderEntry());
    push(
        new Projector(
            exchangeRole.events(),
            new PostgresProjection(tables, progress),
            progress,
            config.postgres().flushMs()));
    PostgresViews views = new PostgresViews(tables, progress);
    PostgresUsers users = new PostgresUsers(tables);
    Passwords passwords = new Passwords();
    FirstUser firstUser = new FirstUser(exchangeRole.orderEntry(), users, passwords);
    if (config.demo().on()) {
      Demo demo =
          new Demo(
              exchangeRole.orderEntry(), views, config.demo().instruments(), config.demo().seed());
      demo.start(firstUser);
      push(demo);
    }
    if (!config.demo().on() || config.operator().isPresent()) {
      firstUser.ensureOperator(config.operator()).ifPresent(say);
    }
    Gateway gateway = gateway(data, exchangeRole, views, marketData, users, passwords);
    marketData.follow(exchangeRole.events(), tables, gateway.accountChanges());
    views.await(exchangeRole.sequence(), 30_000);
    gateway.start();
    port = gateway.port();
    if (config.recordings().any()) {
      marketData.play(config.recordings(), report -> say.accept("Replay finished: " + report));
    }
    ready = true;
  }

  private Gateway gateway(
      DataDirectory data,
      ExchangeRole exchange,
      PostgresViews views,
      IngestRole marketData,
      PostgresUsers users,
      Passwords passwords)
      throws IOException {
    TokenKeys keys = TokenKeys.loadOrCreate(data.resolve("token-key.pem"));
    InstantSource clock = InstantSource.system();
    return push(
        new Gateway(
            config.gateway(),
            new GatewayPorts(
                exchange.orderEntry(),
                views,
                marketData.markets(),
                users,
                passwords,
                new TokenSigner(keys, clock),
                new TokenVerifier(Map.of(keys.id(), keys.publicKey()), clock),
                () -> ready ? List.of() : List.of("the platform is starting"),
                marketData::feeds,
                registry,
                clock)));
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
    if (error instanceof io.ratel.adapters.aeron.LogException) {
      LOG.atError().setCause(error).log("the exchange cannot go on");
      onFatal.run();
    } else {
      LOG.atWarn().setCause(error).log("the log's engine reports");
    }
  }

  private record Engines(ExchangeRole exchange, Database database, IngestRole ingest) {}

  /** The three engines know nothing of each other and start together. */
  private Engines engines(DataDirectory data) {
    Executor each =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory());
    CompletableFuture<ExchangeRole> exchange =
        CompletableFuture.supplyAsync(() -> new ExchangeRole(config.log(), this::onLogError), each);
    CompletableFuture<Database> database =
        CompletableFuture.supplyAsync(() -> database(data), each);
    CompletableFuture<IngestRole> ingest =
        CompletableFuture.supplyAsync(() -> new IngestRole(data.resolve("ticks")), each);
    List<CompletableFuture<? extends AutoCloseable>> all = List.of(exchange, database, ingest);
    CompletableFuture.allOf(exchange, database, ingest).handle((done, failed) -> done).join();
    for (CompletableFuture<? extends AutoCloseable> engine : all) {
      if (!engine.isCompletedExceptionally()) {
        push(engine.join()); // closed in reverse: market data reads the exchange's events
      }
    }
    return new Engines(exchange.join(), database.join(), ingest.join());
  }

  private <T extends AutoCloseable> T push(T part) {
    synchronized (opened) {
      opened.push(part);
    }
    return part;
  }

  /** The port that the doors listen on. */
  public int port() {
    return port;
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

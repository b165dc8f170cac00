package io.ratel.gateway;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.ratel.gateway.access.AccessPorts;
import io.ratel.gateway.access.ApiKeysResource;
import io.ratel.gateway.access.BarriersResource;
import io.ratel.gateway.access.Callers;
import io.ratel.gateway.access.CertificatesResource;
import io.ratel.gateway.access.Danger;
import io.ratel.gateway.access.StreamTokens;
import io.ratel.gateway.alert.AlertsResource;
import io.ratel.gateway.audit.AuditResource;
import io.ratel.gateway.audit.AuditTrail;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.history.HistoryNews;
import io.ratel.gateway.history.HistoryRequests;
import io.ratel.gateway.history.HistoryResource;
import io.ratel.gateway.history.PastBooks;
import io.ratel.gateway.http.Connections;
import io.ratel.gateway.http.Door;
import io.ratel.gateway.http.HttpMetrics;
import io.ratel.gateway.http.PageFiles;
import io.ratel.gateway.market.AdjustedMarkets;
import io.ratel.gateway.market.PairsResource;
import io.ratel.gateway.openapi.Reference;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Routes;
import io.ratel.gateway.pool.InvitationsResource;
import io.ratel.gateway.pool.MembersResource;
import io.ratel.gateway.pool.PoolsResource;
import io.ratel.gateway.pool.UnitsResource;
import io.ratel.gateway.quant.Functions;
import io.ratel.gateway.quant.Jobs;
import io.ratel.gateway.quant.QuantResource;
import io.ratel.gateway.rate.RateGate;
import io.ratel.gateway.rate.RatesResource;
import io.ratel.gateway.reference.ReferenceResource;
import io.ratel.gateway.request.Acknowledged;
import io.ratel.gateway.rest.AccountsResource;
import io.ratel.gateway.rest.FundsResource;
import io.ratel.gateway.rest.LimitsResource;
import io.ratel.gateway.rest.ListingResource;
import io.ratel.gateway.rest.MarginResource;
import io.ratel.gateway.rest.MarketsResource;
import io.ratel.gateway.rest.OperatorResource;
import io.ratel.gateway.rest.OrdersResource;
import io.ratel.gateway.rest.PlatformResource;
import io.ratel.gateway.rest.ReconciliationResource;
import io.ratel.gateway.rest.ReportsResource;
import io.ratel.gateway.rest.SettingsResource;
import io.ratel.gateway.risk.RiskResource;
import io.ratel.gateway.risk.RiskSource;
import io.ratel.gateway.storage.StorageResource;
import io.ratel.gateway.stream.Attendance;
import io.ratel.gateway.stream.Stream;
import io.ratel.gateway.topic.AlertNews;
import io.ratel.gateway.topic.MarketTopics;
import io.ratel.gateway.topic.Topics;
import io.ratel.gateway.topic.account.AccountChanges;
import io.ratel.quant.QuantCatalog;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The doors of one node. Constructed, started and closed once each, by one thread; whatever a
 * failed start had opened is closed again.
 */
public final class Gateway implements AutoCloseable {
  private static final int MAX_EVENT_LOOPS = 4;
  private static final long CLOSE_S = 10;
  private static final long PATIENCE_MS = 5_000;
  private static final QuantCatalog QUANT = QuantCatalog.load();

  private final GatewayConfig config;
  private final Vertx vertx;
  private final MarketTopics marketTopics;
  private final Topics topics;
  private final Stream stream;
  private final Door door;
  private final OpenDoors doors;
  private final Jobs jobs;
  private final JvmGcMetrics gcMetrics = new JvmGcMetrics();
  private boolean closed;

  public Gateway(GatewayConfig config, GatewayPorts ports) {
    this.config = config;
    int loops = Math.min(MAX_EVENT_LOOPS, Runtime.getRuntime().availableProcessors());
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    jobs = new Jobs(ports.clock(), PATIENCE_MS);
    Callers callers = new Callers(ports.access(), ports.users(), ports.clock());
    marketTopics = ports.marketTopics();
    Catalog catalog = new Catalog(ports.trading(), marketTopics::markets);
    topics =
        new Topics(
            ports.trading(),
            ports.accounts(),
            marketTopics,
            ports.alerts(),
            ports.history(),
            catalog,
            ports.clock());
    AuditTrail audit = new AuditTrail(ports.audit(), ports.clock());
    RateGate rates = new RateGate(ports.rates(), config.peers().unlimited(), ports.registry());
    Connections connections = new Connections(config.limits().maxConnections());
    stream =
        new Stream(
            vertx,
            config.limits(),
            connections,
            callers,
            new StreamTokens(ports.access()),
            rates,
            ports.presence().map(Attendance::new),
            ports.session(),
            catalog,
            topics,
            ports.clock(),
            ports.registry());
    door =
        new Door(
            vertx,
            config.limits(),
            new Routes(operations(config, ports, catalog, callers, audit)),
            callers,
            new Danger(ports.access()),
            config.peers(),
            rates,
            audit,
            ports.rest().isPresent() ? PageFiles.load(config.page()) : PageFiles.streamAlone(),
            stream,
            new HttpMetrics(ports.registry()));
    doors = new OpenDoors(vertx, config, door, connections, loops);
    bindMetrics(ports);
  }

  private List<Operation<?, ?>> operations(
      GatewayConfig config,
      GatewayPorts ports,
      Catalog catalog,
      Callers callers,
      AuditTrail audit) {
    List<Operation<?, ?>> operations = new ArrayList<>();
    ports
        .rest()
        .ifPresent(
            rest -> {
              Acknowledged acknowledged = new Acknowledged(ports.trading());
              operations.addAll(new IdentityOperations(ports, rest, acknowledged, audit).all());
              operations.addAll(accessOperations(ports, rest, audit));
              operations.addAll(poolOperations(ports, rest, catalog, acknowledged, callers));
              operations.addAll(
                  restOperations(config, ports, rest, catalog, acknowledged, callers));
            });
    operations.addAll(new PlatformResource(ports.missing(), ports.registry()).operations());
    return Reference.describing(operations, QUANT);
  }

  private static List<Operation<?, ?>> accessOperations(
      GatewayPorts ports, RestPorts rest, AuditTrail audit) {
    AccessPorts access = ports.access();
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.addAll(
        new ApiKeysResource(access.keys(), ports.clock(), new SecureRandom()).operations());
    operations.addAll(new BarriersResource(access, ports.users()).operations());
    rest.certificates()
        .ifPresent(known -> operations.addAll(new CertificatesResource(known).operations()));
    operations.addAll(new RatesResource(ports.rates().rates(), audit).operations());
    operations.addAll(new AuditResource(ports.audit()).operations());
    operations.addAll(new StorageResource(rest.storage()).operations());
    return operations;
  }

  private List<Operation<?, ?>> restOperations(
      GatewayConfig config,
      GatewayPorts ports,
      RestPorts rest,
      Catalog catalog,
      Acknowledged acknowledged,
      Callers callers) {
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.addAll(marketOperations(ports, rest, catalog));
    operations.addAll(
        new AccountsResource(
                ports.users(),
                ports.access().pools(),
                ports.presence(),
                ports.trading(),
                ports.accounts(),
                rest.equity(),
                rest.markets(),
                catalog,
                acknowledged)
            .operations());
    operations.addAll(
        new FundsResource(rest.orders(), catalog, acknowledged, config.selfFunding()).operations());
    operations.addAll(
        new SettingsResource(
                rest.orders(), ports.users(), ports.accounts(), acknowledged, callers::forget)
            .operations());
    operations.addAll(
        new LimitsResource(rest.orders(), ports.accounts(), catalog, acknowledged).operations());
    operations.addAll(
        new MarginResource(
                ports.trading(),
                ports.accounts(),
                ports.presence(),
                catalog,
                acknowledged,
                ports.clock())
            .operations());
    operations.addAll(
        new RiskResource(
                ports.trading(),
                new RiskSource(ports.accounts(), marketTopics),
                acknowledged,
                ports.clock())
            .operations());
    operations.addAll(new ListingResource(rest.orders(), ports.trading(), catalog).operations());
    operations.addAll(
        new OperatorResource(rest.orders(), ports.trading(), catalog, ports.clock()).operations());
    operations.addAll(
        new OrdersResource(rest.orders(), ports.trading(), catalog, acknowledged, ports.registry())
            .operations());
    operations.addAll(new ReferenceResource(rest.reference()).operations());
    operations.addAll(new ReconciliationResource(rest.reconciler()).operations());
    operations.addAll(
        new ReportsResource(rest.reports(), acknowledged, ports.clock()).operations());
    return operations;
  }

  private List<Operation<?, ?>> marketOperations(
      GatewayPorts ports, RestPorts rest, Catalog catalog) {
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.addAll(
        new MarketsResource(
                rest.markets(),
                new AdjustedMarkets(rest.markets(), rest.reference().store()),
                new PastBooks(rest.history().history(), rest.markets()),
                rest.feeds(),
                ports.accounts(),
                catalog,
                ports.clock())
            .operations());
    operations.addAll(new HistoryResource(rest.history(), catalog).operations());
    operations.addAll(new HistoryRequests(rest.history()).operations());
    operations.addAll(new PairsResource(rest.markets()).operations());
    operations.addAll(
        new QuantResource(new Functions(rest.indicators(), QUANT), jobs, rest.markets(), catalog)
            .operations());
    operations.addAll(
        new AlertsResource(
                ports.alerts(),
                rest.alerts(),
                rest.indicators(),
                catalog,
                ports.rates().licenses()::of,
                ports.clock())
            .operations());
    return operations;
  }

  private static List<Operation<?, ?>> poolOperations(
      GatewayPorts ports,
      RestPorts rest,
      Catalog catalog,
      Acknowledged acknowledged,
      Callers callers) {
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.addAll(
        new PoolsResource(
                ports.access(),
                rest.orders(),
                ports.trading(),
                ports.accounts(),
                acknowledged,
                callers::forget)
            .operations());
    operations.addAll(
        new MembersResource(ports.access(), ports.accounts(), acknowledged).operations());
    operations.addAll(
        new InvitationsResource(
                ports.access().pools(), ports.clock(), new SecureRandom(), callers::forget)
            .operations());
    operations.addAll(new UnitsResource(rest.orders(), catalog, acknowledged).operations());
    return operations;
  }

  private void bindMetrics(GatewayPorts ports) {
    new JvmMemoryMetrics().bindTo(ports.registry());
    new JvmThreadMetrics().bindTo(ports.registry());
    new ProcessorMetrics().bindTo(ports.registry());
    new UptimeMetrics().bindTo(ports.registry());
    gcMetrics.bindTo(ports.registry());
  }

  /** Opens one door of plain HTTP. */
  public void start() {
    start(Doors.PLAIN);
  }

  /**
   * Opens the doors.
   *
   * @throws PortInUseException when another process has the port
   * @throws IllegalStateException when they cannot be opened for another reason
   */
  public void start(Doors locked) {
    try {
      stream.start();
      doors.open(locked);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The port that is listened on; the picked one when the configured was 0. */
  public int port() {
    return doors.port();
  }

  /** The port for nodes of the fleet; 0 when there is none. */
  public int fleetPort() {
    return doors.fleetPort();
  }

  /** The port of plain HTTP before TLS; 0 when there is none. */
  public int plainPort() {
    return doors.plainPort();
  }

  /** Where the exchange's events go, in order, from one thread. */
  public AccountChanges accountChanges() {
    return topics.accountChanges();
  }

  /** Where it is handed over what became of requests for history. */
  public HistoryNews historyNews() {
    return topics.historyNews();
  }

  /** Where what fired goes, from one thread. */
  public AlertNews alertNews() {
    return topics.alertNews();
  }

  /** Lets running requests finish, tells sockets that the node goes away, and frees the port. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    jobs.close();
    door.close();
    stream.close();
    marketTopics.close();
    gcMetrics.close();
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the doors on port " + config.port() + " did not close", e);
    }
  }
}

package io.ratel.server.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.capture.ReplayPlan;
import io.ratel.adapters.capture.Speed;
import io.ratel.gateway.GatewayConfig;
import io.ratel.gateway.http.Limits;
import io.ratel.gateway.http.PeerAddress;
import io.ratel.marketdata.pipeline.Pipeline;
import io.ratel.security.rate.Rates;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.server.config.pipeline.PipelinesReader;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.role.RoleName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a {@link Config} of files, environment and options, or tells every fault at once. */
public final class ConfigReader {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private static final Set<RoleName> USING_TABLES =
      EnumSet.of(RoleName.API, RoleName.PROJECTOR, RoleName.STREAM);

  private final Settings settings = new Settings();
  private final Path data;

  /**
   * @param options by setting; a null is an option that was not given
   */
  public ConfigReader(Options options, Map<String, String> environment) {
    data = options.data;
    addFile(options.config, data.resolve("config.yaml"), "--config");
    addFile(options.secrets, data.resolve("secrets.yaml"), "--secrets");
    settings.addEnvironment(environment);
    settings.set("gateway.host", options.host, "--host");
    settings.set("gateway.port", options.port, "--port");
    settings.set(
        "demo.enabled", options.demo, Boolean.FALSE.equals(options.demo) ? "--no-demo" : "--demo");
    settings.set("demo.instruments", options.demoInstruments, "--demo-instruments");
    settings.set("demo.seed", options.seed, "--seed");
    settings.set("replay.speed", options.speed, "--speed");
    settings.set("feeds", options.feeds, "--feeds");
    settings.set("profile", options.profile, "--profile");
    settings.set("http.tls.own", options.tls, "--tls");
    if (!options.replay.isEmpty()) {
      settings.set(
          "replay.paths",
          String.join(",", options.replay.stream().map(Path::toString).toList()),
          "--replay");
    }
  }

  private void addFile(@org.jspecify.annotations.Nullable Path named, Path usual, String option) {
    Path file = named != null ? named : usual;
    if (!Files.exists(file)) {
      if (named != null) {
        settings.fault(option + " must name a file that exists, was '" + named + "'");
      }
      return;
    }
    try {
      JsonNode tree = YAML.readTree(Files.readString(file));
      if (tree.isObject()) {
        settings.addTree(file, YAML.convertValue(tree, Map.class));
      } else if (!tree.isMissingNode() && !tree.isNull()) {
        settings.fault(
            file + " must hold sections and values, such as 'gateway:' and 'port: 8080'");
      }
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      settings.fault(file + " is not valid YAML" + where + ": " + why);
    } catch (CharacterCodingException e) {
      settings.fault(file + " must be text in UTF-8");
    } catch (IOException e) {
      settings.fault(file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Some roles of a fleet.
   *
   * @param names as on the command line
   * @throws ConfigException with every fault there is
   */
  public Config read(List<String> names) {
    Set<RoleName> roles = EnumSet.noneOf(RoleName.class);
    for (String name : names) {
      Stream.of(RoleName.values())
          .filter(role -> role.label().equals(name.strip()))
          .findFirst()
          .ifPresentOrElse(
              roles::add,
              () ->
                  settings.fault(
                      "--roles must be of exchange, projector, ingest, api and stream, was '"
                          + name
                          + "'"));
    }
    if (roles.contains(RoleName.API) != roles.contains(RoleName.INGEST)) {
      settings.fault("--roles: api and ingest need each other in one process in this version");
    }
    boolean relays = roles.contains(RoleName.STREAM) && !roles.contains(RoleName.API);
    if (relays && settings.optional("endpoints.api").isEmpty()) {
      settings.fault("endpoints.api must name the process with the role api, which stream follows");
    }
    boolean tables = roles.stream().anyMatch(USING_TABLES::contains);
    if (tables && settings.optional("postgres.url").isEmpty()) {
      settings.fault("postgres.url must name the database that the fleet's processes share");
    }
    if (settings.integer("log.portBase", 0, 0, 65_530) == 0) {
      settings.fault("log.portBase must be set, so that the fleet's processes find the log");
    }
    return read(roles);
  }

  /**
   * Every role in one process.
   *
   * @throws ConfigException with every fault there is
   */
  public Config read() {
    return read(EnumSet.allOf(RoleName.class));
  }

  private Config read(Set<RoleName> roles) {
    String host = settings.text("gateway.host", "127.0.0.1");
    boolean loopback = isLoopback(host);
    boolean demo = settings.flag("demo.enabled", loopback);
    if (demo && !loopback) {
      settings.fault(
          "demo.enabled must be false when gateway.host is not a loopback address, was true for '"
              + host
              + "': the demo's password is known to everyone");
    }
    FeedsConfig feeds = new FeedsReader(settings).read();
    Config.Sources sources = new SourcesReader(settings).read();
    List<Pipeline> pipelines = new PipelinesReader(settings).read();
    Optional<GatewayConfig> gateway = gateway(host, loopback);
    Latency latency = new LatencyReader(settings, roles.contains(RoleName.EXCHANGE)).read();
    Optional<LogConfig> log = log(latency);
    Optional<Config.Recordings> recordings = recordings();
    Optional<Config.MarketData> marketData = new MarketDataReader(settings).read();
    Config.Postgres postgres = postgres();
    Config.RateLimits rates = rates(loopback);
    Config.Demo demoConfig =
        new Config.Demo(
            demo,
            settings.integer("demo.instruments", DemoMarkets.NAMED, 1, DemoMarkets.MAX),
            settings.number("demo.seed", 1, Long.MIN_VALUE, Long.MAX_VALUE));
    Optional<Config.Operator> operator = operator();
    Optional<URI> api =
        settings
            .optional("endpoints.api")
            .flatMap(text -> settings.endpoint("endpoints.api", text));
    TrustReader trust = new TrustReader(settings, data);
    TlsConfig tls = trust.tls();
    FleetConfig fleet = trust.fleet();
    Optional<Config.Tokens> tokens = trust.tokens();
    Config.Security security = new SecurityReader(settings).read();
    List<String> notes = new ArrayList<>(trust.warnings(roles, api));
    if (!latency.told().isEmpty()) {
      notes.add("Latency: " + String.join("; ", latency.told()));
    }
    List<String> faults = settings.faults();
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
    return new Config(
        roles,
        data.toAbsolutePath().normalize(),
        gateway.orElseThrow(),
        log.orElseThrow(),
        postgres,
        rates,
        demoConfig,
        recordings.orElseThrow(),
        feeds,
        sources,
        marketData.orElseThrow(),
        pipelines,
        operator,
        api,
        tls,
        fleet,
        tokens.orElseThrow(),
        security,
        stored(),
        notes);
  }

  private Config.StoredKeys stored() {
    return new Config.StoredKeys() {
      @Override
      public FeedsConfig feeds(Config.StoredValue values) {
        Settings with = settings.with(values);
        FeedsConfig feeds = new FeedsReader(with).read();
        with.requireSound();
        return feeds;
      }

      @Override
      public Config.Sources sources(Config.StoredValue values) {
        Settings with = settings.with(values);
        Config.Sources sources = new SourcesReader(with).read();
        with.requireSound();
        return sources;
      }
    };
  }

  private Config.Postgres postgres() {
    if (settings.text("postgres.password", "").startsWith(Config.Operator.STORED)) {
      settings.fault("postgres.password must be a value: stored secrets are in that database");
    }
    return new Config.Postgres(
        settings.optional("postgres.url"),
        settings.text("postgres.user", "postgres"),
        settings.text("postgres.password", "postgres"),
        settings.integer("postgres.maxConnections", 12, 2, 1_000),
        settings.integer("flush.interval", 100, 1, 60_000));
  }

  /** Who can reach a loopback address is on this machine already. */
  private Config.RateLimits rates(boolean loopback) {
    Optional<String> redis = settings.optional("rates.redis");
    if (redis.isPresent() && !redis.get().matches("rediss?://\\S+")) {
      settings.fault("rates.redis must be redis://HOST:PORT or rediss://HOST:PORT");
    }
    int nodes = settings.integer("rates.nodes", 1, 1, 1_000);
    return new Config.RateLimits(redis, nodes, loopback ? Rates.LAPTOP : Rates.STANDARD);
  }

  private Optional<GatewayConfig> gateway(String host, boolean loopback) {
    int port = settings.integer("gateway.port", 8080, 0, 65_535);
    boolean selfFunding = settings.flag("gateway.selfFunding", loopback);
    Limits standard = Limits.STANDARD;
    int maxSockets = settings.integer("gateway.maxSockets", standard.maxSockets(), 0, 1_000_000);
    Optional<PeerAddress> peers =
        settings.build(
            () ->
                new PeerAddress(
                    settings.list("gateway.trustedProxies"), settings.list("rates.unlimited")));
    return settings.build(
        () ->
            new GatewayConfig(
                host,
                port,
                selfFunding,
                page(),
                new Limits(
                    standard.maxConnections(),
                    standard.maxInFlight(),
                    standard.maxBodyBytes(),
                    standard.maxHeaderBytes(),
                    standard.requestTimeoutMs(),
                    standard.idleTimeoutMs(),
                    maxSockets,
                    standard.maxTopics(),
                    standard.maxFrameBytes(),
                    standard.stuckMs(),
                    standard.pingMs(),
                    standard.topicGraceMs()),
                peers.orElse(PeerAddress.ITSELF)));
  }

  /** The built page, which the launcher names. */
  private static Optional<Path> page() {
    return Optional.ofNullable(System.getProperty("ratel.page"))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  private Optional<LogConfig> log(Latency latency) {
    LogConfig usual = LogConfig.laptop(data.resolve("log"));
    String host = settings.text("log.host", usual.host());
    int ports = settings.integer("log.portBase", usual.portBase(), 0, 65_530);
    boolean fsync = settings.flag("log.fsync", usual.fsync());
    long every =
        settings.number(
            "log.snapshotEveryCommands", usual.snapshotEveryCommands(), 1_000, Long.MAX_VALUE);
    return settings.build(
        () ->
            new LogConfig(
                usual.directory(), host, ports, fsync, latency.idle(), every, latency.threads()));
  }

  private Optional<Config.Recordings> recordings() {
    List<Path> paths = settings.list("replay.paths").stream().map(Path::of).toList();
    String speed = settings.text("replay.speed", "1");
    Optional<ReplayPlan> plan = settings.build(() -> ReplayPlan.of(paths));
    Optional<Speed> parsed = settings.build(() -> Speed.parse(speed));
    return plan.flatMap(p -> parsed.map(s -> new Config.Recordings(p, s)));
  }

  private Optional<Config.Operator> operator() {
    Optional<String> email = settings.optional("operator.email");
    Optional<String> password = settings.optional("operator.password");
    if (email.isPresent() != password.isPresent()) {
      settings.fault("operator.email and operator.password must both be set, or neither");
    }
    Optional<Config.Operator> operator =
        email.flatMap(e -> password.map(p -> new Config.Operator(e, p)));
    Optional<String> stored = operator.flatMap(Config.Operator::storedPassword);
    if (stored.isPresent()) {
      settings.build(() -> new Place(Owner.PLATFORM, stored.get()));
    } else if (password.isPresent() && password.get().length() < 10) {
      settings.fault("operator.password must have at least 10 characters");
    }
    return operator;
  }

  private boolean isLoopback(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null) {
        return address.isLoopbackAddress();
      }
    } catch (UnknownHostException | SocketException e) {
      // told below, as an address that is another machine's
    }
    settings.fault("gateway.host must be an address of this machine, was '" + host + "'");
    return true;
  }
}

package io.ratel.server.config;

import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.capture.ReplayPlan;
import io.ratel.adapters.capture.Speed;
import io.ratel.adapters.clickhouse.ClickHouseConfig;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.gateway.GatewayConfig;
import io.ratel.marketdata.MarketDataConfig;
import io.ratel.marketdata.pipeline.Pipeline;
import io.ratel.marketdata.snapshot.SnapshotRetention;
import io.ratel.marketdata.tick.Retention;
import io.ratel.security.rate.Rates;
import io.ratel.security.token.RotatingKeys;
import io.ratel.security.token.TokenLifetimes;
import io.ratel.server.role.RoleName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a process is told: one record for each room that has something to be told.
 *
 * @param api where the process with the role {@code api} answers, for those that need it
 * @param stored for when the database is open; until then feeds and sources have keys that stand in
 *     for stored ones
 * @param notes what a person should be told at the start
 */
public record Config(
    Set<RoleName> roles,
    Path data,
    GatewayConfig gateway,
    LogConfig log,
    Postgres postgres,
    RateLimits rates,
    Demo demo,
    Recordings recordings,
    FeedsConfig feeds,
    Sources sources,
    MarketData marketData,
    List<Pipeline> pipelines,
    Optional<Operator> operator,
    Optional<URI> api,
    TlsConfig tls,
    FleetConfig fleet,
    Tokens tokens,
    Security security,
    StoredKeys stored,
    List<String> notes) {
  /** What stands behind {@code stored:NAME}. */
  @FunctionalInterface
  public interface StoredValue {
    /**
     * @param key of the setting, for what is said when there is no such secret
     * @param reference with its prefix
     */
    String of(String key, String reference);
  }

  /** Feeds and sources again, with the keys of theirs that are stored. */
  public interface StoredKeys {
    /**
     * @throws ConfigException when a stored key cannot be one
     */
    FeedsConfig feeds(StoredValue values);

    /**
     * @throws ConfigException when a stored key cannot be one
     */
    Sources sources(StoredValue values);
  }

  /**
   * The sources to ask, and where what they tell is kept.
   *
   * @param sources by the name that each is listed under
   * @param clickHouse empty where series stay beside the ticks
   * @param keep for how long series are kept
   */
  public record Sources(
      Map<String, PolledSource> sources,
      Optional<ClickHouseConfig> clickHouse,
      SnapshotRetention keep) {
    public Sources {
      sources = new LinkedHashMap<>(sources);
    }
  }

  /**
   * How long tokens live.
   *
   * @param rotation how long one key signs them
   */
  public record Tokens(TokenLifetimes lifetimes, Duration rotation) {
    public Tokens {
      RotatingKeys.requireDays(rotation);
    }
  }

  /**
   * @param url of a server of the fleet's; without one an embedded server runs in the data
   *     directory
   * @param flushMs the longest an event waits to be written
   */
  public record Postgres(
      Optional<String> url, String user, String password, int maxConnections, int flushMs) {
    @Override
    public String toString() {
      return "Postgres[" + url + ", " + user + "]";
    }
  }

  /**
   * @param redis where the nodes of a fleet count together; without it each counts by itself
   * @param nodes how many share the rates while Redis is away
   * @param otherwise the rates that hold until an operator sets others
   */
  public record RateLimits(Optional<String> redis, int nodes, Rates otherwise) {
    @Override
    public String toString() {
      return "RateLimits[" + nodes + " nodes]";
    }
  }

  /**
   * @param seed two demos of one seed trade alike
   */
  public record Demo(boolean on, int instruments, long seed) {}

  /**
   * @param publicUrl where people find the page; without it where the doors listen
   * @param openRegistration whether people may join by themselves
   * @param telegramBotToken a value, or {@code stored:NAME}
   */
  public record Security(
      Optional<URI> publicUrl,
      boolean openRegistration,
      Optional<Google> google,
      Optional<String> telegramBotToken) {
    /** Leaves the token out. */
    @Override
    public String toString() {
      return "Security[" + publicUrl + ", " + google + "]";
    }
  }

  /**
   * What the platform is to Google.
   *
   * @param clientSecret a value, or {@code stored:NAME}
   */
  public record Google(URI issuer, String clientId, String clientSecret) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Google[" + issuer + ", " + clientId + "]";
    }
  }

  /** How market data is kept, told and doubted, and for how long. */
  public record MarketData(MarketDataConfig live, Retention retention) {}

  /** What to play, and how fast. */
  public record Recordings(ReplayPlan plan, Speed speed) {
    public boolean any() {
      return !plan.venues().isEmpty()
          || !plan.history().isEmpty()
          || !plan.factors().isEmpty()
          || !plan.skipped().isEmpty();
    }
  }

  /**
   * The first user, who may do everything.
   *
   * @param password or {@code stored:NAME}, which names a secret of the platform's
   */
  public record Operator(String email, String password) {
    /** What a reference to a stored secret starts with. */
    public static final String STORED = "stored:";

    /** The name of the secret that holds the password. */
    public Optional<String> storedPassword() {
      return password.startsWith(STORED)
          ? Optional.of(password.substring(STORED.length()))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "Operator[" + email + "]";
    }
  }
}

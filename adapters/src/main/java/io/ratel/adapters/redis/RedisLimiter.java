package io.ratel.adapters.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.ratel.security.rate.Claim;
import io.ratel.security.rate.NodeLimiter;
import io.ratel.security.rate.Rate;
import io.ratel.security.rate.RateLimiter;
import io.ratel.security.rate.Tier;
import io.ratel.security.rate.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts for all nodes together: one script, run by Redis in one piece and by its own clock, takes
 * from every bucket of a request or from none. While Redis does not answer, this node counts by
 * itself with its share of the rates. Safe for any thread.
 */
public final class RedisLimiter implements RateLimiter, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLimiter.class);
  private static final int TIMEOUT_MS = 250;
  private static final int WATCH_MS = 250;
  private static final long CURRENT_NS = 1_000_000_000L;

  /**
   * As {@link io.ratel.security.rate.LocalBuckets}, in microseconds since November 2023, so that
   * Lua's numbers have digits to spare. Answers the place of the claim that refuses and minus its
   * wait, or 0 and what each then owes, in nanoseconds.
   */
  private static final String SCRIPT =
      """
      local time = redis.call('TIME')
      local now = (time[1] - 1700000000) * 1000000 + time[2]
      local cost = tonumber(ARGV[1])
      local owed = {}
      for i = 1, #KEYS do
        local interval = tonumber(ARGV[2 * i])
        local full = tonumber(ARGV[2 * i + 1])
        local known = redis.call('GET', KEYS[i])
        local owes = known and tonumber(known) - now or 0
        owes = math.max(0, math.min(owes, full))
        owes = owes + math.min(full, cost * interval)
        if owes > full then
          return { i, math.min(-1, math.ceil((full - owes) * 1000)) }
        end
        owed[i] = owes
      end
      local answer = { 0 }
      for i = 1, #KEYS do
        local ms = string.format('%.0f', math.max(1, math.ceil(owed[i] / 1000)))
        redis.call('SET', KEYS[i], string.format('%.3f', now + owed[i]), 'PX', ms)
        answer[i + 1] = math.floor(owed[i] * 1000)
      end
      return answer
      """;

  private final ClientResources resources;
  private final RedisClient client;
  private final NodeLimiter local;
  private final int nodes;
  private final LongSupplier nanos;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("redis-watch").daemon().factory());
  private volatile @Nullable StatefulRedisConnection<String, String> connection;
  private volatile String digest = "";
  private volatile boolean up;
  private volatile long confirmedNs;

  /**
   * Connects in the background too when Redis is not there yet.
   *
   * @param uri {@code redis://[:PASSWORD@]HOST:PORT} or {@code rediss://…}
   * @param nodes how many share the rates while Redis is away
   * @param local counts then
   * @param nanos as {@link System#nanoTime}
   * @throws IllegalArgumentException when the address is none
   */
  public RedisLimiter(String uri, int nodes, NodeLimiter local, LongSupplier nanos) {
    this.nodes = nodes;
    this.local = local;
    this.nanos = nanos;
    RedisURI address = RedisURI.create(uri);
    address.setTimeout(Duration.ofMillis(TIMEOUT_MS));
    resources =
        DefaultClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
    client = RedisClient.create(resources, address);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(
                SocketOptions.builder().connectTimeout(Duration.ofMillis(TIMEOUT_MS)).build())
            .build());
    look();
    watch.scheduleWithFixedDelay(this::look, WATCH_MS, WATCH_MS, TimeUnit.MILLISECONDS);
  }

  /** Whether Redis answers; connects when it does for the first time. */
  private void look() {
    long begunNs = nanos.getAsLong();
    try {
      StatefulRedisConnection<String, String> known = connection;
      if (known == null) {
        known = client.connect();
        connection = known;
      }
      digest = known.sync().scriptLoad(SCRIPT);
      confirmedNs = begunNs;
      if (!up) {
        LOG.info("Redis answers: the nodes count together");
      }
      up = true;
    } catch (RedisException e) {
      away(e);
    }
  }

  private void away(RedisException fault) {
    if (up) {
      LOG.atWarn().setCause(fault).log("Redis is away: this node counts its share of the rates");
    }
    up = false;
  }

  @Override
  public Verdict take(Tier tier, List<Claim> claims, int cost) {
    StatefulRedisConnection<String, String> known = connection;
    if (up && known != null) {
      try {
        return together(known.sync(), tier, claims, cost);
      } catch (RedisException e) {
        away(e);
      }
    }
    List<Claim> shares =
        claims.stream().map(c -> new Claim(c.subject(), c.rate().shareOf(nodes))).toList();
    return local.take(tier, shares, cost);
  }

  private Verdict together(
      RedisCommands<String, String> redis, Tier tier, List<Claim> claims, int cost) {
    String[] keys = new String[claims.size()];
    String[] values = new String[1 + 2 * keys.length];
    values[0] = Integer.toString(cost);
    for (int i = 0; i < keys.length; i++) {
      Claim claim = claims.get(i);
      Rate rate = claim.rate();
      keys[i] =
          "ratel:rate:"
              + tier.label()
              + ':'
              + claim.subject().kind().label()
              + ':'
              + claim.subject().id();
      values[1 + 2 * i] = micros(rate.intervalNs());
      values[2 + 2 * i] = micros(rate.fullAfterNs());
    }
    List<Long> answer;
    try {
      answer = redis.evalsha(digest, ScriptOutputType.MULTI, keys, values);
    } catch (RedisNoScriptException e) {
      answer = redis.eval(SCRIPT, ScriptOutputType.MULTI, keys, values);
    }
    int refused = answer.getFirst().intValue();
    if (refused > 0) {
      return Verdict.of(tier, claims.get(refused - 1), answer.get(1));
    }
    Verdict tightest = Verdict.of(tier, claims.getFirst(), answer.get(1));
    for (int i = 1; i < keys.length; i++) {
      tightest = tightest.tighter(Verdict.of(tier, claims.get(i), answer.get(1 + i)));
    }
    return tightest;
  }

  private static String micros(long nanos) {
    return nanos / 1_000 + "." + String.format("%03d", nanos % 1_000);
  }

  @Override
  public boolean blocks() {
    return true;
  }

  @Override
  public boolean current() {
    return up && nanos.getAsLong() - confirmedNs < CURRENT_NS;
  }

  @Override
  public void close() {
    watch.shutdownNow();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    resources.shutdown(0, 1, TimeUnit.SECONDS);
  }
}

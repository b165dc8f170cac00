package io.ratel.server.role;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.access.PostgresAudit;
import io.ratel.adapters.postgres.access.PostgresRates;
import io.ratel.adapters.postgres.access.RatesFollower;
import io.ratel.adapters.postgres.identity.PostgresUserRegister;
import io.ratel.adapters.redis.RedisLimiter;
import io.ratel.gateway.rate.RatePorts;
import io.ratel.security.identity.Licenses;
import io.ratel.security.identity.RememberedLicenses;
import io.ratel.security.rate.CurrentRates;
import io.ratel.security.rate.NodeLimiter;
import io.ratel.server.config.Config;
import java.security.SecureRandom;
import java.util.Optional;

/** What one node's doors count with; it follows the tables until it is closed. */
public final class RateLimits implements AutoCloseable {
  private final Optional<RedisLimiter> redis;
  private final RatesFollower follower;
  private final RatePorts ports;

  public RateLimits(Config.RateLimits config, Database tables, PostgresAudit audit) {
    CurrentRates rates = new CurrentRates(new PostgresRates(tables, audit), config.otherwise());
    follower = new RatesFollower(rates);
    NodeLimiter local = new NodeLimiter(System::nanoTime, new SecureRandom());
    redis =
        config.redis().map(uri -> new RedisLimiter(uri, config.nodes(), local, System::nanoTime));
    Licenses licenses =
        new RememberedLicenses(new PostgresUserRegister(tables)::license, System::nanoTime);
    ports =
        new RatePorts(redis.isPresent() ? redis.get() : local, rates, licenses, System::nanoTime);
  }

  public RatePorts ports() {
    return ports;
  }

  @Override
  public void close() {
    follower.close();
    redis.ifPresent(RedisLimiter::close);
  }
}

package io.ratel.server.role;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.access.BarrierFollower;
import io.ratel.adapters.postgres.access.PostgresApiKeys;
import io.ratel.adapters.postgres.access.PostgresBarriers;
import io.ratel.adapters.postgres.access.PostgresPools;
import io.ratel.adapters.postgres.access.PostgresSpentTokens;
import io.ratel.gateway.access.AccessPorts;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.barrier.CheckedTokens;
import io.ratel.security.token.TokenVerifier;
import java.time.InstantSource;

/** What one node's doors ask about who may come in; it follows the tables until it is closed. */
public final class Access implements AutoCloseable {
  private final AccessPorts ports;
  private final BarrierFollower follower;

  public Access(Database tables, TokenVerifier verifier, InstantSource clock) {
    Barriers barriers = new Barriers(new PostgresBarriers(tables), clock, System::nanoTime);
    ports =
        new AccessPorts(
            new CheckedTokens(verifier, barriers, clock),
            barriers,
            new PostgresSpentTokens(tables),
            new PostgresApiKeys(tables),
            new PostgresPools(tables));
    follower = new BarrierFollower(tables, barriers);
  }

  public AccessPorts ports() {
    return ports;
  }

  @Override
  public void close() {
    follower.close();
  }
}

package io.ratel.gateway;

import io.ratel.security.pki.CurrentIdentity;
import io.ratel.security.revocation.Revocations;

/**
 * A door for the fleet's own nodes: what the public one serves, to nobody but those who show a
 * certificate of the fleet's authority that was not revoked.
 *
 * @param port 0 picks a free one
 */
public record FleetDoor(String host, int port, CurrentIdentity identity, Revocations revocations) {
  public FleetDoor {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("fleet.port must be 0 to 65,535, was " + port);
    }
  }
}

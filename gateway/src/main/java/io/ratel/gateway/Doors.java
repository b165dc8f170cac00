package io.ratel.gateway;

import java.util.Optional;

/**
 * How a gateway's doors are locked.
 *
 * @param tls of the public door; without it plain HTTP is spoken
 * @param fleet the door for nodes, beside it
 * @param plain where plain HTTP is sent on to the public door, and a public authority's questions
 *     are answered
 */
public record Doors(Optional<PublicTls> tls, Optional<FleetDoor> fleet, Optional<PlainDoor> plain) {
  /** Plain HTTP, and nothing beside it. */
  public static final Doors PLAIN = new Doors(Optional.empty(), Optional.empty(), Optional.empty());
}

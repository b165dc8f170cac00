package io.ratel.gateway;

import io.ratel.gateway.http.Limits;
import io.ratel.gateway.http.PeerAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the doors are opened.
 *
 * @param host the address to listen on
 * @param port 0 picks a free one
 * @param selfFunding whether users may deposit into their own accounts, as on a laptop
 * @param page the folder of the built page; without it a page says that there is none
 * @param peers whom the doors believe about addresses, and whom they do not count
 */
public record GatewayConfig(
    String host,
    int port,
    boolean selfFunding,
    Optional<Path> page,
    Limits limits,
    PeerAddress peers) {
  /** Peers that are who they are. */
  public GatewayConfig(
      String host, int port, boolean selfFunding, Optional<Path> page, Limits limits) {
    this(host, port, selfFunding, page, limits, PeerAddress.ITSELF);
  }

  public GatewayConfig {
    List<String> faults = new ArrayList<>();
    if (host.isBlank()) {
      faults.add("host must be an address to listen on, was '" + host + "'");
    }
    if (port < 0 || port > 65_535) {
      faults.add("port must be 0 to 65,535, was " + port);
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }
}

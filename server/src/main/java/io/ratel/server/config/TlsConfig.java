package io.ratel.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * TLS of the public door: by a certificate of the platform's own authority, of files, or of a
 * public authority; by none of them it is plain HTTP.
 *
 * @param hosts that a certificate of our own names beside the address that is listened on
 * @param plainPort where plain HTTP is sent on to TLS
 */
public record TlsConfig(
    boolean own,
    Optional<Files> files,
    Optional<Acme> acme,
    boolean tls12,
    List<String> hosts,
    Optional<Integer> plainPort) {
  /** A chain and its key, in PEM. */
  public record Files(Path certificate, Path key) {}

  /**
   * A public authority that speaks ACME (RFC 8555).
   *
   * @param directory where it begins
   */
  public record Acme(URI directory, Optional<String> email, List<String> domains) {}

  public TlsConfig {
    hosts = List.copyOf(hosts);
  }

  /** Whether the public door speaks TLS. */
  public boolean on() {
    return own || files.isPresent() || acme.isPresent();
  }
}

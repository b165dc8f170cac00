package io.ratel.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the processes of a fleet know each other.
 *
 * @param host that the door for nodes listens on
 * @param port of that door; without one there is no such door
 * @param identity this process's certificate and key; where there is no such file it has none
 * @param root what it trusts
 * @param authority where certificates are enrolled and renewed
 */
public record FleetConfig(
    String host, Optional<Integer> port, Path identity, Path root, Optional<URI> authority) {}

package io.ratel.gateway;

import java.util.Optional;
import java.util.function.Function;

/**
 * A door of plain HTTP before one of TLS.
 *
 * @param port 0 picks a free one
 * @param challenges what to answer at {@code /.well-known/acme-challenge/TOKEN} (RFC 8555, section
 *     8.3), by token
 */
public record PlainDoor(int port, Function<String, Optional<String>> challenges) {}

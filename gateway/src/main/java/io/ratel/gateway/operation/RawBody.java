package io.ratel.gateway.operation;

/**
 * A body as it came, for an operation that reads it itself because its fields are not the same for
 * each request.
 */
public record RawBody(byte[] bytes) {}

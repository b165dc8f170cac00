package io.ratel.gateway.operation;

/** A request without fields, or an answer without a body. */
public record Nothing() {}

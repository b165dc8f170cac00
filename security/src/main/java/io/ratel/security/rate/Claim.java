package io.ratel.security.rate;

/** Something is to be counted against a subject, at a rate. */
public record Claim(Subject subject, Rate rate) {}

package io.ratel.gateway.rate;

import io.ratel.security.identity.Licenses;
import io.ratel.security.rate.CurrentRates;
import io.ratel.security.rate.RateLimiter;
import java.util.function.LongSupplier;

/**
 * What counts, by which rates, and who may have which.
 *
 * @param nanos as {@link System#nanoTime}
 */
public record RatePorts(
    RateLimiter limiter, CurrentRates rates, Licenses licenses, LongSupplier nanos) {}

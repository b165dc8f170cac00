package io.ratel.gateway.rate;

import io.ratel.security.rate.CurrentRates;
import io.ratel.security.rate.Licences;
import io.ratel.security.rate.RateLimiter;
import java.util.function.LongSupplier;

/**
 * What counts, by which rates, and who may have which.
 *
 * @param nanos as {@link System#nanoTime}
 */
public record RatePorts(
    RateLimiter limiter, CurrentRates rates, Licences licences, LongSupplier nanos) {}

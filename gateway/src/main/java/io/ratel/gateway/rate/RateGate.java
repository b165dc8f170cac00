package io.ratel.gateway.rate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.identity.License;
import io.ratel.security.rate.Claim;
import io.ratel.security.rate.Holder;
import io.ratel.security.rate.NodeLimiter;
import io.ratel.security.rate.RateLimiter;
import io.ratel.security.rate.Rates;
import io.ratel.security.rate.Subject;
import io.ratel.security.rate.Tier;
import io.ratel.security.rate.Verdict;
import io.ratel.security.token.Networks;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says whether somebody may ask for more. Safe for any thread. */
public final class RateGate {
  private static final String REFUSED = "ratel.rate.refused";

  private final RatePorts ports;
  private final List<String> unlimited;
  private final MeterRegistry registry;

  /** A node never grants an address more than the whole fleet would, and asks nobody for that. */
  private final NodeLimiter arrivals;

  /**
   * @param unlimited addresses and ranges that are not counted
   */
  public RateGate(RatePorts ports, List<String> unlimited, MeterRegistry registry) {
    this.ports = ports;
    this.unlimited = List.copyOf(unlimited);
    this.registry = registry;
    this.arrivals = new NodeLimiter(ports.nanos(), new SecureRandom());
    registry.gauge("ratel.rate.addresses", arrivals, NodeLimiter::owing);
    registry.gauge("ratel.rate.store.away", ports.limiter(), RateGate::away);
  }

  private static double away(RateLimiter limiter) {
    return limiter.current() ? 0 : 1;
  }

  /**
   * Counts against the address alone; never waits.
   *
   * @return empty for one that is not limited
   */
  public Optional<Verdict> arrive(Tier tier, String address) {
    if (isUnlimited(address)) {
      return Optional.empty();
    }
    Subject subject = Subject.address(Subject.network(address));
    Claim claim = new Claim(subject, ports.rates().get().of(tier, Holder.ADDRESS));
    return Optional.of(noted(arrivals.take(tier, claim, 1)));
  }

  /**
   * Counts against who asks; may wait, as {@link #blocks} tells.
   *
   * @param userId 0 for who did not sign in
   * @param keyId 0 when it is no API key
   * @return empty for one that is not limited
   */
  public Optional<Verdict> admit(Tier tier, String address, long userId, long keyId, int cost) {
    if (isUnlimited(address)) {
      return Optional.empty();
    }
    return Optional.of(
        noted(ports.limiter().take(tier, claims(tier, address, userId, keyId), cost)));
  }

  private List<Claim> claims(Tier tier, String address, long userId, long keyId) {
    Rates rates = ports.rates().get();
    List<Claim> claims = new ArrayList<>(3);
    if (blocks()) {
      Subject subject = Subject.address(Subject.network(address));
      claims.add(new Claim(subject, rates.of(tier, Holder.ADDRESS)));
    }
    if (userId == 0) {
      Subject subject = Subject.anyone(Subject.network(address));
      claims.add(new Claim(subject, rates.of(tier, License.FREE)));
      return claims;
    }
    License license = ports.licenses().of(userId);
    if (keyId != 0) {
      claims.add(new Claim(Subject.key(keyId), rates.ofKey(tier, license)));
    }
    claims.add(new Claim(Subject.user(userId), rates.of(tier, license)));
    return claims;
  }

  private boolean isUnlimited(String address) {
    for (String range : unlimited) {
      if (Networks.contains(range, address)) {
        return true;
      }
    }
    return false;
  }

  private Verdict noted(Verdict verdict) {
    if (!verdict.admitted()) {
      Counter.builder(REFUSED)
          .description("requests and messages over a rate")
          .tag("tier", verdict.tier().label())
          .tag("by", verdict.claim().subject().kind().label())
          .register(registry)
          .increment();
    }
    return verdict;
  }

  /** Whether {@link #admit} may wait for another machine. */
  public boolean blocks() {
    return ports.limiter().blocks();
  }

  /**
   * @throws RefusedException 503 while what the other nodes count is not known
   */
  public void requireCurrent() {
    if (!ports.limiter().current()) {
      throw RefusedException.of(
          ErrorCode.NOT_READY,
          "what the other nodes have counted is not known now, so nothing dangerous is done; try"
              + " again");
    }
  }
}

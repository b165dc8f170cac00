package io.ratel.gateway.http;

import io.ratel.gateway.access.Callers;
import io.ratel.gateway.operation.Binding;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Caller.Presented;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.rate.RateGate;
import io.ratel.gateway.rate.RateHeaders;
import io.ratel.security.rate.Tier;
import io.ratel.security.rate.Verdict;
import java.util.Optional;

/**
 * Who calls, and whether they may ask for more. Each method counts, puts what is left into the
 * headers of the answer, and throws a {@link RefusedException} with 429 when it was too much.
 */
final class Admission {
  private final Callers callers;
  private final RateGate rates;

  Admission(Callers callers, RateGate rates) {
    this.callers = callers;
    this.rates = rates;
  }

  /** Whether {@link #file} and {@link #caller} may wait for another machine. */
  boolean blocks() {
    return rates.blocks();
  }

  /** Counts against the address; for an event loop, before anything is done. */
  void arrive(Turn turn, Tier tier, Presented from) {
    count(turn, rates.arrive(tier, from.address()));
  }

  /** Counts a request that leads nowhere; in a fleet the address alone is enough. */
  void lost(Turn turn, Presented from) {
    if (!blocks()) {
      count(turn, Caller.NOBODY.with(from));
    }
  }

  /** Counts a file of the page. */
  void file(Turn turn, Presented from) {
    count(turn, rates.admit(Tier.STATIC, from.address(), 0, 0, 1));
  }

  /**
   * Who calls, after it was counted. Who cannot prove it is counted as nobody, and then refused.
   */
  Caller caller(Turn turn, Operation<?, ?> operation, Binding.Inputs inputs, Presented from) {
    if (operation.isPublic()) {
      Caller known = callers.byHeadersIfAny(inputs.headers(), from);
      count(turn, known);
      return operation.greeting() ? known : Caller.NOBODY.with(from);
    }
    Caller caller;
    try {
      caller = callers.byHeaders(inputs.headers(), from);
    } catch (RefusedException e) {
      count(turn, Caller.NOBODY.with(from));
      throw e;
    }
    count(turn, caller);
    return caller;
  }

  /**
   * @throws RefusedException 503 while what the other nodes count is not known
   */
  void requireCurrent() {
    rates.requireCurrent();
  }

  private void count(Turn turn, Caller caller) {
    Presented from = caller.presented();
    count(turn, rates.admit(Tier.API, from.address(), caller.userId(), from.keyId(), 1));
  }

  private static void count(Turn turn, Optional<Verdict> verdict) {
    if (verdict.isPresent()) {
      turn.further(RateHeaders.of(verdict.get()));
      if (!verdict.get().admitted()) {
        throw RateHeaders.refusal(verdict.get());
      }
    }
  }
}

package io.ratel.gateway.rate;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.rate.Rate;
import io.ratel.security.rate.Verdict;
import java.util.Map;

/**
 * What a caller is told of its rate: the fields of draft-ietf-httpapi-ratelimit-headers-10. The
 * quota {@code q} is the burst, its window {@code w} the time in which so much comes back; {@code
 * r} is what is left of it, and {@code t} the seconds until all is back.
 */
public final class RateHeaders {
  private static final long SECOND_NS = 1_000_000_000L;

  private RateHeaders() {}

  public static Map<String, String> of(Verdict verdict) {
    String tier = '"' + verdict.tier().label() + '"';
    Rate rate = verdict.claim().rate();
    String policy = tier + ";q=" + rate.burst() + ";w=" + seconds(rate.fullAfterNs());
    String limit = tier + ";r=" + verdict.remaining() + ";t=" + seconds(verdict.fullNs());
    return verdict.admitted()
        ? Map.of("RateLimit-Policy", policy, "RateLimit", limit)
        : Map.of(
            "RateLimit-Policy",
            policy,
            "RateLimit",
            limit,
            "Retry-After",
            Long.toString(seconds(verdict.waitNs())));
  }

  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, SECOND_NS);
  }

  /** The error of one that was not admitted. */
  public static RefusedException refusal(Verdict verdict) {
    Rate rate = verdict.claim().rate();
    String tier = verdict.tier().label();
    String rule =
        "must be at most "
            + rate.average()
            + " in "
            + rate.periodS()
            + " s and "
            + rate.burst()
            + " at once";
    return RefusedException.told(
        ErrorCode.RATE_LIMITED,
        "the "
            + tier
            + " rate of "
            + verdict.claim().subject().kind().words()
            + " "
            + rule
            + "; try again in "
            + seconds(verdict.waitNs())
            + " s",
        "tier",
        tier,
        rule);
  }
}

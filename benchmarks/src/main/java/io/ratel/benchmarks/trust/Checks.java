package io.ratel.benchmarks.trust;

import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.barrier.CheckedTokens;
import io.ratel.security.identity.Role;
import io.ratel.security.permission.Feature;
import io.ratel.security.permission.Permissions;
import io.ratel.security.permission.Rule;
import io.ratel.security.rate.LocalBuckets;
import io.ratel.security.rate.Rate;
import io.ratel.security.token.Bearer;
import io.ratel.security.token.PublicKeys;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenKeys;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenSigner;
import io.ratel.security.token.TokenVerifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A token that was seen before is checked against time, network and ten thousand barriers; a
 * permission is looked up and decided; one of forty thousand keys is counted. A sample is the mean
 * of a hundred checks.
 */
final class Checks implements Measurement {
  private static final int CHECKS = 1_000_000;
  private static final int BATCH = 100;
  private static final int WARM_UPS = 2;
  private static final int RUNS = 5;
  private static final int BARRIERS = 10_000;
  private static final int RATE_KEYS = 40_000;

  @Override
  public List<String> rows() {
    return List.of("trust.token-check", "trust.permission-check", "trust.rate-limit-local");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    out.accept(row("trust.token-check", tokenCheck()));
    Optional<Role> trader = Optional.of(Role.TRADER);
    Optional<Set<Feature>> scopes = Optional.of(Set.of(Feature.TRADING));
    out.accept(
        row(
            "trust.permission-check",
            () -> {
              Optional<Rule> rule = Permissions.of("placeOrder");
              return rule.isPresent() && rule.get().admits(trader, scopes);
            }));
    out.accept(row("trust.rate-limit-local", rateLimit()));
  }

  private static BooleanSupplier tokenCheck() {
    InstantSource clock = InstantSource.system();
    TokenKeys keys = TokenKeys.generate();
    Barriers barriers = new Barriers(barrier -> {}, clock, System::nanoTime);
    for (int user = 0; user < BARRIERS; user++) {
      barriers.raise(Barrier.Kind.USER, Integer.toString(-1 - user));
    }
    CheckedTokens tokens =
        new CheckedTokens(
            new TokenVerifier(PublicKeys.of(Map.of(keys.id(), keys.publicKey())), clock),
            barriers,
            clock);
    String token =
        new TokenSigner(keys, clock)
            .sign(TokenKind.INNER, new Bearer(1, "session", "loopback"), Instant.MAX, "")
            .text();
    return () -> tokens.check(token, TokenKind.INNER, "loopback") instanceof TokenCheck.Valid;
  }

  /** Forty thousand keys that owe, in a random order; the time of each take is read. */
  private static BooleanSupplier rateLimit() {
    LocalBuckets buckets = new LocalBuckets(1 << 16);
    Rate rate = new Rate(1_000_000, 1_000_000, 1);
    long[] keys = new Random(1).longs(RATE_KEYS).toArray();
    int[] next = {0};
    return () -> {
      int at = next[0] + 1 == RATE_KEYS ? 0 : next[0] + 1;
      next[0] = at;
      return buckets.take(keys[at], rate, 1, System.nanoTime()) >= 0;
    };
  }

  private static Row row(String name, BooleanSupplier check) {
    List<Figures> runs = new ArrayList<>();
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      Figures figures = run(check);
      if (run >= WARM_UPS) {
        runs.add(figures);
      }
    }
    return Row.of(name, "ns", runs);
  }

  private static Figures run(BooleanSupplier check) {
    long[] means = new long[CHECKS / BATCH];
    long started = System.nanoTime();
    long before = started;
    for (int batch = 0; batch < means.length; batch++) {
      for (int i = 0; i < BATCH; i++) {
        if (!check.getAsBoolean()) {
          throw new IllegalStateException("what must pass was refused");
        }
      }
      long now = System.nanoTime();
      means[batch] = (now - before) / BATCH;
      before = now;
    }
    return Figures.of(Samples.of(means), 1, CHECKS * 1e9 / (before - started));
  }
}

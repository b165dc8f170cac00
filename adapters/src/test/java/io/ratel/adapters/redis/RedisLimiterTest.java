package io.ratel.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.ratel.security.rate.Claim;
import io.ratel.security.rate.NodeLimiter;
import io.ratel.security.rate.Rate;
import io.ratel.security.rate.RateLimiter;
import io.ratel.security.rate.Subject;
import io.ratel.security.rate.Tier;
import io.ratel.security.rate.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisLimiterTest {
  private static final int NODES = 3;
  private static final long SECOND_US = 1_000_000;

  private final RedisServer redis = new RedisServer();
  private final List<RedisLimiter> nodes = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    assumeTrue(RedisServer.exists(), "redis-server is not installed");
    redis.start();
    for (int i = 0; i < NODES; i++) {
      NodeLimiter local = new NodeLimiter(() -> 0, new Random(i));
      nodes.add(new RedisLimiter(redis.uri(), NODES, local, System::nanoTime));
    }
  }

  @AfterEach
  void stop() {
    nodes.forEach(RedisLimiter::close);
    redis.close();
  }

  private static List<Claim> claims(Rate rate) {
    return List.of(new Claim(Subject.user(7), rate));
  }

  /** Microseconds by the server's clock, which is the one that counts. */
  private long redisTime() {
    RedisClient client = RedisClient.create(redis.uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      List<String> time = connection.sync().time();
      return Long.parseLong(time.get(0)) * SECOND_US + Long.parseLong(time.get(1));
    } finally {
      client.shutdown();
    }
  }

  /** A39: three nodes, each asked for far more than its share. */
  @Test
  void threeNodesTogetherAdmitWhatOneRateAllows() {
    Rate rate = new Rate(50, 400, 1);
    AtomicInteger admitted = new AtomicInteger();
    long begunUs = redisTime();
    CompletableFuture.allOf(
            nodes.stream()
                .map(node -> CompletableFuture.runAsync(() -> hammer(node, rate, admitted)))
                .toArray(CompletableFuture[]::new))
        .join();
    double seconds = (redisTime() - begunUs) / 1e6;

    double allowed = rate.burst() + seconds * rate.average();
    assertThat((double) admitted.get()).isCloseTo(allowed, within(allowed * 0.05));
  }

  /** Until it was refused so often that the rate, not the asking, was what was measured. */
  private static void hammer(RateLimiter node, Rate rate, AtomicInteger admitted) {
    for (int asked = 0; admitted.get() < 1_200 && asked < 1_000_000; asked++) {
      if (node.take(Tier.API, claims(rate), 1).admitted()) {
        admitted.incrementAndGet();
      }
    }
  }

  @Test
  void aRequestIsCountedAgainstAllItsSubjectsOrNone() {
    Claim key = new Claim(Subject.key(1), new Rate(2, 1, 60));
    Claim user = new Claim(Subject.user(1), new Rate(10, 1, 60));
    RedisLimiter node = nodes.getFirst();
    Verdict first = node.take(Tier.API, List.of(user, key), 1);
    assertThat(first.admitted()).isTrue();
    assertThat(first.claim()).isEqualTo(key);
    assertThat(first.remaining()).isEqualTo(1);
    nodes.get(1).take(Tier.API, List.of(user, key), 1);
    for (int i = 0; i < 20; i++) {
      Verdict refused = nodes.get(2).take(Tier.API, List.of(user, key), 1);
      assertThat(refused.claim()).isEqualTo(key);
      assertThat(refused.waitNs()).isBetween(1L, 60_000_000_000L);
    }
    assertThat(node.take(Tier.API, List.of(user), 1).remaining()).isEqualTo(7);
    assertThat(node.take(Tier.STREAM, List.of(user), 1).remaining()).isEqualTo(9);
  }

  /** A40. */
  @Test
  void whileRedisIsAwayEachNodeCountsItsShareAndSaysSo() throws IOException {
    Rate rate = new Rate(30, 1, 60);
    RedisLimiter node = nodes.getFirst();
    assertThat(node.take(Tier.API, claims(rate), 1).remaining()).isEqualTo(29);
    assertThat(node.current()).isTrue();
    redis.close();

    Verdict alone = node.take(Tier.API, claims(rate), 1);
    assertThat(alone.claim().rate()).isEqualTo(new Rate(10, 1, 60));
    assertThat(node.current()).isFalse();
    int admitted = 1;
    while (node.take(Tier.API, claims(rate), 1).admitted()) {
      admitted++;
    }
    assertThat(admitted).isEqualTo(10);

    redis.start();
    await(node::current);
    assertThat(node.take(Tier.API, claims(rate), 1).claim().rate()).isEqualTo(rate);
  }

  @Test
  void aNodeThatStartsBeforeRedisFindsItLater() throws IOException {
    redis.close();
    NodeLimiter local = new NodeLimiter(() -> 0, new Random(9));
    try (RedisLimiter early = new RedisLimiter(redis.uri(), NODES, local, System::nanoTime)) {
      assertThat(early.current()).isFalse();
      redis.start();
      await(early::current);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("20 s have passed").isLessThan(deadline);
      Thread.onSpinWait();
      Thread.yield();
    }
  }
}

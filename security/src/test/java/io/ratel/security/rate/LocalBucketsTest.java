package io.ratel.security.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {
  private static final long SECOND = 1_000_000_000L;

  /** The textbook's bucket: so many tokens, as a real number, filled up at each look. */
  private static final class Twin {
    private final Rate rate;
    private double tokens;
    private long lookedNs;

    Twin(Rate rate, long nowNs) {
      this.rate = rate;
      this.tokens = rate.burst();
      this.lookedNs = nowNs;
    }

    boolean take(int cost, long nowNs) {
      double back = (nowNs - lookedNs) / 1e9 * rate.average() / rate.periodS();
      tokens = Math.min(rate.burst(), tokens + back);
      lookedNs = nowNs;
      double taken = Math.min(cost, rate.burst());
      if (tokens + 1e-6 < taken) {
        return false;
      }
      tokens -= taken;
      return true;
    }
  }

  /** A39: what was admitted over a long time, at any load, is within 1 % of the textbook's. */
  @Property(tries = 200)
  void admitsWhatTheTextbooksBucketAdmits(
      @ForAll @IntRange(min = 1, max = 500) int burst,
      @ForAll @IntRange(min = 1, max = 5_000) int average,
      @ForAll @IntRange(min = 1, max = 60) int periodS,
      @ForAll @IntRange(min = 1, max = 4) int maxCost,
      @ForAll long start,
      @ForAll long seed) {
    Rate rate = new Rate(burst, average, periodS);
    LocalBuckets buckets = new LocalBuckets(1_024);
    Random random = new Random(seed);
    Twin twin = new Twin(rate, 0);
    long passed = 0;
    long ours = 0;
    long theirs = 0;
    double load = 0.25 + 4 * random.nextDouble();
    for (int i = 0; i < 20_000; i++) {
      int cost = 1 + random.nextInt(maxCost);
      if (buckets.take(7, rate, cost, start + passed) >= 0) {
        ours += Math.min(cost, burst);
      }
      if (twin.take(cost, passed)) {
        theirs += Math.min(cost, burst);
      }
      passed += (long) (-Math.log(1 - random.nextDouble()) * rate.intervalNs() / load);
    }
    assertThat((double) ours).isCloseTo(theirs, within(Math.max(2, theirs * 0.01)));
  }

  @Test
  void admitsTheBurstAtOnceAndThenOneForEachInterval() {
    LocalBuckets buckets = new LocalBuckets(64);
    Rate rate = new Rate(5, 10, 1);
    for (int i = 0; i < 5; i++) {
      assertThat(buckets.take(1, rate, 1, 0)).isEqualTo((i + 1) * SECOND / 10);
    }
    assertThat(buckets.take(1, rate, 1, 0)).isEqualTo(-SECOND / 10);
    assertThat(buckets.take(1, rate, 1, SECOND / 10 - 1)).isEqualTo(-1);
    assertThat(buckets.take(1, rate, 1, SECOND / 10)).isPositive();
    assertThat(buckets.take(1, rate, 1, SECOND / 10)).isNegative();
    assertThat(buckets.take(2, rate, 1, 0)).as("another key").isPositive();
  }

  @Test
  void whatCostsMoreThanTheBurstTakesAFullBucket() {
    LocalBuckets buckets = new LocalBuckets(64);
    Rate rate = new Rate(5, 10, 1);

    assertThat(buckets.take(1, rate, 100, 0)).isEqualTo(SECOND / 2);
    assertThat(buckets.take(1, rate, 100, SECOND / 4)).isEqualTo(-SECOND / 4);
    assertThat(buckets.take(1, rate, 100, SECOND / 2)).isEqualTo(SECOND / 2);
  }

  @Test
  void aRateThatWasRaisedFreesWhoOwedAtTheOldOne() {
    LocalBuckets buckets = new LocalBuckets(64);
    Rate slow = new Rate(10, 1, 60);
    for (int i = 0; i < 10; i++) {
      buckets.take(1, slow, 1, 0);
    }
    assertThat(buckets.take(1, slow, 1, 0)).isEqualTo(-60 * SECOND);

    assertThat(buckets.take(1, new Rate(10, 10, 1), 1, 0)).isEqualTo(-SECOND / 10);
  }

  /** A39: a flood of other keys does not free one that is limited. */
  @Property(tries = 50)
  void noFloodOfOtherKeysForgivesOneThatIsLimited(@ForAll long seed) {
    LocalBuckets buckets = new LocalBuckets(256);
    Rate rate = new Rate(10, 10, 60);
    Random random = new Random(seed);
    long limited = random.nextLong();
    while (buckets.take(limited, rate, 1, 0) >= 0) {
      // until it is
    }
    for (int i = 0; i < 100_000; i++) {
      buckets.take(random.nextLong(), rate, 1, 0);
    }
    assertThat(buckets.take(limited, rate, 1, 0)).isNegative();
    assertThat(buckets.owing(0)).isEqualTo(256);
  }

  @Test
  void keysThatFindNoPlaceAreCountedTogether() {
    LocalBuckets buckets = new LocalBuckets(128);
    Rate rate = new Rate(2, 1, 60);
    Random random = new Random(1);
    int admitted = 0;
    for (int i = 0; i < 10_000; i++) {
      admitted += buckets.take(random.nextLong(), rate, 1, -SECOND) >= 0 ? 1 : 0;
    }
    // One for each place, and a burst for each of the 16 sets.
    assertThat(admitted).isEqualTo(128 + 16 * 2);
    assertThat(buckets.owing(600 * SECOND)).isZero();
    assertThat(buckets.take(random.nextLong(), rate, 1, 600 * SECOND)).isPositive();
  }

  @Test
  void threadsTogetherTakeNoMoreThanOne() {
    LocalBuckets buckets = new LocalBuckets(64);
    Rate rate = new Rate(1_000, 1, 60);
    AtomicInteger admitted = new AtomicInteger();
    CompletableFuture.allOf(
            IntStream.range(0, 4)
                .mapToObj(
                    thread ->
                        CompletableFuture.runAsync(
                            () -> {
                              for (int i = 0; i < 1_000; i++) {
                                if (buckets.take(5, rate, 1, 0) >= 0) {
                                  admitted.incrementAndGet();
                                }
                              }
                            }))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(admitted).hasValue(1_000);
  }

  @Test
  void ratesThatNobodyCouldLiveWithAreRefused() {
    for (int[] wrong :
        List.of(
            new int[] {0, 1, 1},
            new int[] {1, 0, 1},
            new int[] {1, 1, 0},
            new int[] {1, 1, 61},
            new int[] {1, 1_000_001, 1},
            new int[] {1_000_001, 1, 1},
            new int[] {1, 1, 86_401})) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Rate(wrong[0], wrong[1], wrong[2]))
          .withMessageMatching("(burst|average|periodS) must be .*, was .*");
    }
    assertThat(new Rate(1_000_000, 1, 60).fullAfterNs()).isEqualTo(60_000_000 * SECOND);
  }
}

package io.ratel.adapters.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.venue.script.ScriptedVenue;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often, and how much later. */
final class PaceTest {
  private static final long SECOND_NS = 1_000_000_000L;

  @Property
  void theWaitIsBelowABoundThatDoublesUpToACap(@ForAll long seed) {
    Backoff backoff = new Backoff(500, 60_000, new Random(seed));
    long bound = 500;
    for (int i = 0; i < 80; i++) {
      assertThat(backoff.next()).isBetween(0L, Math.min(bound, 60_000));
      bound = Math.min(bound * 2, 60_000);
    }
    backoff.reset();
    assertThat(backoff.next()).isBetween(0L, 500L);
  }

  @Test
  void theWaitsAreSpreadOverTheWholeOfTheirBound() {
    Backoff backoff = new Backoff(60_000, 60_000, new Random(5));
    long[] waits = LongStream.generate(backoff::next).limit(1_000).toArray();
    assertThat(Arrays.stream(waits).average().orElseThrow()).isBetween(28e3, 32e3);
    assertThat(Arrays.stream(waits).min().orElseThrow()).isLessThan(1_000);
    assertThat(Arrays.stream(waits).max().orElseThrow()).isGreaterThan(59_000);
  }

  /** In any time no more goes through than the burst and what came back meanwhile. */
  @Property
  void aBucketNeverGivesMoreThanItsRate(
      @ForAll @IntRange(min = 1, max = 20) int burst,
      @ForAll List<@LongRange(min = 0, max = 2 * SECOND_NS) Long> waits) {
    TokenBucket bucket = new TokenBucket(2, burst, 0);
    long now = 0;
    int taken = 0;
    for (long wait : waits) {
      now += wait;
      while (bucket.take(now) == 0) {
        taken++;
      }
    }
    assertThat((double) taken).isLessThanOrEqualTo(burst + 2.0 * now / SECOND_NS + 1e-6);
  }

  @Test
  void aBucketSaysWhenThereIsATokenAgain() {
    TokenBucket bucket = new TokenBucket(4, 1, 0);
    assertThat(bucket.take(0)).isZero();
    long left = bucket.take(0);
    assertThat(left).isEqualTo(SECOND_NS / 4);
    assertThat(bucket.take(left - 2)).isPositive();
    assertThat(bucket.take(left + 2)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429|7|7",
        "429||30",
        "429|soon|30",
        "429|99999999|3600",
        "418|120|120",
        "503|Mon, 05 Jan 2026 10:01:30 GMT|90",
        "503|Mon, 05 Jan 2026 09:00:00 GMT|0",
        "500|60|0",
        "404||0",
      })
  void aVenueIsLeftAloneForAsLongAsItSays(int status, String retryAfter, int seconds) {
    Map<String, List<String>> headers =
        retryAfter == null ? Map.of() : Map.of("Retry-After", List.of(retryAfter));
    HttpHeaders told = HttpHeaders.of(headers, (_, _) -> true);
    assertThat(RetryAfter.pauseNs(status, told, ScriptedVenue.START_NS))
        .isEqualTo(seconds * SECOND_NS);
  }
}

package io.ratel.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VenueFallbackTest {
  private static final long SECOND_NS = 1_000_000_000L;

  private final Map<String, Integer> scores = new HashMap<>(Map.of("A", 100, "B", 100, "C", 100));
  private final VenueFallback fallback =
      new VenueFallback(
          Map.of("BTC-USD", List.of("A", "B", "C")), (venue, _) -> scores.getOrDefault(venue, 0));
  private long second;

  @Test
  void theFirstIsTakenWhileItIsGood() {
    assertThat(after(100)).isEqualTo("A");
  }

  @Test
  void thePoorOneIsLeftAtOnceForTheFirstThatIsGoodEnough() {
    after(10);
    scores.put("A", VenueFallback.POOR - 1);
    scores.put("B", 10);
    assertThat(after(1)).isEqualTo("C");
  }

  @Test
  void theFirstGetsItBackAfterAWhileWithoutABreak() {
    scores.put("A", 0);
    assertThat(after(1)).isEqualTo("B");
    scores.put("A", VenueFallback.GOOD);
    assertThat(after(29)).isEqualTo("B");
    scores.put("A", VenueFallback.GOOD - 1);
    assertThat(after(1)).isEqualTo("B");
    scores.put("A", 100);
    assertThat(after(30)).isEqualTo("B");
    assertThat(after(1)).isEqualTo("A");
  }

  @Test
  void whileNoneIsGoodEnoughTheChoiceStays() {
    scores.put("A", 0);
    assertThat(after(1)).isEqualTo("B");
    scores.replaceAll((_, _) -> 0);
    assertThat(after(100)).isEqualTo("B");
    scores.put("C", 60);
    assertThat(after(1)).isEqualTo("C");
  }

  @Test
  void aPairWithoutAnOrderHasNoChoice() {
    assertThat(fallback.venue("ETH-USD")).isEmpty();
    assertThat(fallback.all()).containsExactly(Map.entry("BTC-USD", "A"));
  }

  private String after(int seconds) {
    for (int i = 0; i < seconds; i++) {
      fallback.review(second++ * SECOND_NS);
    }
    return fallback.venue("BTC-USD").orElseThrow();
  }
}

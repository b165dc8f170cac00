package io.ratel.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FeedQualityTest {
  private static final long SECOND_NS = 1_000_000_000L;

  private final FeedQuality quality = new FeedQuality();

  @Test
  void aFeedWithoutFaultsIsWorthAHundred() {
    for (int i = 0; i < 1_000; i++) {
      quality.frame(i);
    }
    assertThat(quality.score(1_000, 0, 0)).isEqualTo(100);
  }

  @Test
  void everyFaultCostsWhatTheFormulaSays() {
    frames(180);
    quality.rejected(0);
    quality.rejected(0);
    assertThat(quality.score(0, 0, 0)).as("200 × 2 / (180 + 20)").isEqualTo(98);
    quality.gap(0);
    assertThat(quality.score(0, 0, 0)).isEqualTo(88);
    quality.lost(0);
    assertThat(quality.score(0, 0, 0)).isEqualTo(78);
    quality.failed(0);
    assertThat(quality.score(0, 0, 0)).isEqualTo(68);
    assertThat(quality.score(0, 3 * SECOND_NS, 0)).as("5 × (3 − 1)").isEqualTo(58);
    assertThat(quality.score(0, 60 * SECOND_NS, 0)).as("at most 20").isEqualTo(48);
    assertThat(quality.score(0, 0, 0.6)).isEqualTo(8);
    assertThat(quality.score(0, 0, 0.4)).isEqualTo(68);
  }

  @Test
  void whatWentWrongCountsHalfAfterAMinute() {
    quality.lost(0);
    quality.lost(0);
    assertThat(quality.score(0, 0, 0)).isEqualTo(80);
    assertThat(quality.score(FeedQuality.HALF_LIFE_NS, 0, 0)).isEqualTo(90);
    assertThat(quality.score(2 * FeedQuality.HALF_LIFE_NS, 0, 0)).isEqualTo(95);
  }

  @Test
  void aFeedThatSpeaksOtherwiseIsWorthNothing() {
    for (int i = 0; i < 60; i++) {
      quality.frame(0);
      quality.rejected(0);
    }
    assertThat(quality.score(0, 0, 0)).isZero();
  }

  @Property
  void itIsFromZeroToAHundredAndNoFaultRaisesIt(
      @ForAll @IntRange(max = 50) int frames,
      @ForAll @IntRange(max = 50) int rejected,
      @ForAll @IntRange(max = 9) int gaps,
      @ForAll @IntRange(max = 9) int lost) {
    FeedQuality feed = new FeedQuality();
    int before = 100;
    for (int i = 0; i < frames + rejected; i++) {
      feed.frame(0);
    }
    for (int i = 0; i < rejected + gaps + lost; i++) {
      if (i < rejected) {
        feed.rejected(0);
      } else if (i < rejected + gaps) {
        feed.gap(0);
      } else {
        feed.lost(0);
      }
      int now = feed.score(0, 0, 0);
      assertThat(now).isBetween(0, before);
      before = now;
    }
  }

  private void frames(int count) {
    for (int i = 0; i < count; i++) {
      quality.frame(0);
    }
  }
}

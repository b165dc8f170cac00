package io.ratel.server.demo.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlookTest {
  @Test
  void aMatchThatIsOverIsWorthItsPoints() {
    assertThat(Outlook.of(1, 0, 0)).isEqualTo(new Outlook(3, 1));
    assertThat(Outlook.of(0, 0, 0)).isEqualTo(new Outlook(1, 0));
    assertThat(Outlook.of(-2, 0, 0)).isEqualTo(new Outlook(0, -2));
  }

  @Test
  void expectedPointsAreThoseOfManyMatchesPlayed() {
    Random random = new Random(1);
    int points = 0;
    int matches = 200_000;
    for (int i = 0; i < matches; i++) {
      int lead = poisson(random, 1.6) - poisson(random, 1.1);
      points += lead > 0 ? 3 : lead == 0 ? 1 : 0;
    }
    assertThat(Outlook.of(0, 1.6, 1.1).points()).isCloseTo(points / (double) matches, within(0.01));
  }

  private static int poisson(Random random, double mean) {
    int count = 0;
    for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  @Test
  void aSeasonGoesNowhereOnAverage() {
    double sum = 0;
    double squares = 0;
    int seasons = 400;
    for (int seed = 0; seed < seasons; seed++) {
      Season season = new Season(seed);
      season.advance(1_020); // a whole match
      double move = season.takeMove();
      sum += move;
      squares += move * move;
      assertThat(season.isPlaying()).isFalse();
    }
    double error = Math.sqrt(squares / seasons / seasons);
    assertThat(sum / seasons).isCloseTo(0, within(4 * error));
    assertThat(squares / seasons).as("variance of a match").isGreaterThan(1e-5);
  }
}

package io.ratel.server.demo.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ninety minutes between two clubs, one of which is {@link Club#RATEL}. Not safe for threads. */
final class Match {
  static final int MINUTES = 90;
  static final int HALF = 45;

  private static final double GOALS = 1.35; // of a usual attack against a usual defence
  private static final double AT_HOME = 1.15;
  private static final double SHOTS_PER_MINUTE = 0.08;
  private static final double YELLOW_PER_MINUTE = 0.030;
  private static final double RED_PER_MINUTE = 0.0015;
  private static final double ONE_MAN_DOWN = 0.70;
  private static final double ONE_MAN_UP = 1.20;

  private final Club home;
  private final Club away;
  private final Random random;
  private final double[] rates; // goals in ninety minutes, of home and away
  private final int[] goals = new int[2];
  private final int ours; // 0 when the club is at home
  private int minute;
  private int told;

  Match(Club rival, boolean atHome, Random random) {
    this.home = atHome ? Club.RATEL : rival;
    this.away = atHome ? rival : Club.RATEL;
    this.ours = atHome ? 0 : 1;
    this.random = random;
    rates =
        new double[] {
          GOALS * AT_HOME * home.attack() * away.defence(),
          GOALS / AT_HOME * away.attack() * home.defence()
        };
  }

  MatchNews kickOff() {
    return news("kickOff", "Kick-off: " + home.name() + " v " + away.name(), 0);
  }

  boolean isOver() {
    return minute == MINUTES;
  }

  boolean isHalf() {
    return minute == HALF;
  }

  MatchNews secondHalf() {
    return news("secondHalf", "46' Second half: " + score(), 0);
  }

  /** What the rest of it is expected to bring the club. */
  Outlook outlook() {
    double left = (MINUTES - minute) / (double) MINUTES;
    return Outlook.of(goals[ours] - goals[1 - ours], rates[ours] * left, rates[1 - ours] * left);
  }

  /** Plays the next minute. */
  List<MatchNews> play() {
    minute++;
    List<MatchNews> happened = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      side(side, happened);
    }
    if (isHalf()) {
      happened.add(news("halfTime", "Half-time: " + score(), 0));
    } else if (isOver()) {
      int lead = Integer.signum(goals[ours] - goals[1 - ours]);
      happened.add(news("fullTime", "Full-time: " + score(), lead));
    }
    return happened;
  }

  private void side(int side, List<MatchNews> happened) {
    int favour = side == ours ? 1 : -1;
    String club = side == 0 ? home.name() : away.name();
    if (chance(rates[side] / MINUTES)) {
      goals[side]++;
      happened.add(news("goal", minute + "' Goal: " + score(), favour));
    } else if (chance(SHOTS_PER_MINUTE * rates[side])) {
      happened.add(news("shot", minute + "' Shot on target: " + club, favour));
    }
    if (chance(YELLOW_PER_MINUTE / 2)) {
      happened.add(news("yellowCard", minute + "' Yellow card: " + club, 0));
    }
    if (chance(RED_PER_MINUTE / 2)) {
      rates[side] *= ONE_MAN_DOWN;
      rates[1 - side] *= ONE_MAN_UP;
      happened.add(news("redCard", minute + "' Red card: " + club + ", " + score(), -favour));
    }
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private String score() {
    return home.name() + " " + goals[0] + "–" + goals[1] + " " + away.name();
  }

  private MatchNews news(String kind, String headline, int favour) {
    told++;
    return new MatchNews(kind, told, headline, favour);
  }
}

package io.ratel.server.demo.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One match after the other, for ever, and what they do to a share in the club: its value follows
 * the points and goals the match is expected to bring, so it goes nowhere on average, creeps as the
 * clock runs and leaps with a goal. Not safe for threads.
 */
public final class Season {
  /** A match minute in seconds of the demo. */
  static final double MINUTE_S = 10;

  private static final double FIRST_S = 40;
  private static final double HALF_TIME_S = 60;
  private static final double BETWEEN_S = 230;
  private static final double WORTH_OF_POINT = 0.012; // log-returns of the share
  private static final double WORTH_OF_GOAL = 0.004;

  private final Random random;
  private Optional<Match> match = Optional.empty();
  private double nextInS = FIRST_S;
  private int matches;
  private boolean atHalfTime;
  private double value;
  private double move;

  public Season(long seed) {
    random = new Random(seed);
  }

  public boolean isPlaying() {
    return match.isPresent();
  }

  /** What happens in the next {@code seconds}. */
  public List<MatchNews> advance(double seconds) {
    List<MatchNews> happened = new ArrayList<>();
    nextInS -= seconds;
    while (nextInS <= 0) {
      next(happened);
    }
    return happened;
  }

  /** The log-return of the share since this was last asked. */
  public double takeMove() {
    double taken = move;
    move = 0;
    return taken;
  }

  private void next(List<MatchNews> happened) {
    if (match.isEmpty()) {
      begin(happened);
      return;
    }
    Match current = match.get();
    if (atHalfTime) {
      atHalfTime = false;
      happened.add(current.secondHalf());
      nextInS += MINUTE_S;
      return;
    }
    happened.addAll(current.play());
    double now = worth(current.outlook());
    move += now - value;
    value = now;
    atHalfTime = current.isHalf();
    nextInS += atHalfTime ? HALF_TIME_S : MINUTE_S;
    if (current.isOver()) {
      match = Optional.empty();
      nextInS += BETWEEN_S;
    }
  }

  private void begin(List<MatchNews> happened) {
    Club rival = Club.RIVALS.get(random.nextInt(Club.RIVALS.size()));
    matches++;
    Match next = new Match(rival, matches % 2 == 1, random);
    value = worth(next.outlook());
    match = Optional.of(next);
    happened.add(next.kickOff());
    nextInS += MINUTE_S;
  }

  private static double worth(Outlook outlook) {
    return WORTH_OF_POINT * outlook.points() + WORTH_OF_GOAL * outlook.difference();
  }
}

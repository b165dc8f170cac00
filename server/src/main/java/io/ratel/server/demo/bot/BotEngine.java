package io.ratel.server.demo.bot;

import io.ratel.exchange.OrderEntry;
import io.ratel.server.demo.match.MatchNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Starts bots when their triggers say so and gives each its turns, in the sequence in which they
 * were added. All follows from the steps, so equal worlds make equal orders however long a step
 * takes. One thread, but for {@link #counts}.
 */
public final class BotEngine {
  private static final Logger LOG = LoggerFactory.getLogger(BotEngine.class);

  /** A bot while the engine has it. */
  private static final class Seat {
    final Bot bot;
    final Desk desk;
    final long everySteps;
    boolean running;
    long startedAt;

    Seat(Bot bot, Desk desk, long everySteps) {
      this.bot = bot;
      this.desk = desk;
      this.everySteps = everySteps;
    }
  }

  private final Board board;
  private final Gate gate;
  private final double stepS;
  private final List<Seat> seats = new ArrayList<>();
  private long steps;

  /**
   * @param records what is known of the bots' accounts from before
   * @param commandsPerSecond orders and cancels of all bots together
   * @param stepS the length of a step in seconds
   */
  public BotEngine(
      Board board, OrderEntry entry, Records records, int commandsPerSecond, double stepS) {
    this.board = board;
    this.stepS = stepS;
    this.gate = new Gate(entry, records, new TokenBucket(commandsPerSecond, stepS));
  }

  /** Adds a bot behind those that are there. Only before the first step. */
  public void add(Bot bot) {
    long everySteps =
        bot.trigger() instanceof Trigger.Every(double seconds)
            ? Math.max(1, Math.round(seconds / stepS))
            : Long.MAX_VALUE;
    seats.add(new Seat(bot, new Desk(bot, board, gate, stepS), everySteps));
  }

  /**
   * Reads of every bot what it has and what it left open.
   *
   * @param sequence that the records must have reached
   * @return whether they had
   */
  public boolean reread(long sequence) {
    gate.reached(sequence);
    if (!gate.recorded()) {
      return false;
    }
    seats.forEach(seat -> gate.records.read(seat.desk));
    return true;
  }

  /** What each bot may do. */
  public Map<String, BotLimits> limits() {
    return seats.stream()
        .collect(Collectors.toMap(seat -> seat.bot.name(), seat -> seat.bot.limits()));
  }

  /** What each bot has done; any thread. */
  public List<BotCounts> counts() {
    return seats.stream().map(seat -> seat.desk.counts().read(seat.bot.name())).toList();
  }

  /**
   * One step of the clock.
   *
   * @param happened in the match since the step before
   * @throws io.ratel.exchange.ExchangeUnavailableException when an answer stayed away; what the
   *     bots know must then be read anew
   */
  public void step(List<MatchNews> happened) {
    gate.budget.step();
    for (Seat seat : seats) {
      seat.desk.step();
      if (!seat.running) {
        trigger(seat, happened);
      }
      if (seat.running && (steps - seat.startedAt) % seat.bot.pace() == 0) {
        turn(seat);
      }
    }
    steps++;
  }

  private void trigger(Seat seat, List<MatchNews> happened) {
    Optional<MatchNews> cause = Optional.empty();
    boolean starts =
        switch (seat.bot.trigger()) {
          case Trigger.AtStart() -> seat.desk.counts().started.sum() == 0;
          case Trigger.Every every -> steps % seat.everySteps == 0;
          case Trigger.On(String kind) -> {
            cause = happened.stream().filter(news -> news.kind().equals(kind)).findFirst();
            yield cause.isPresent();
          }
        };
    if (starts) {
      seat.running = true;
      seat.startedAt = steps;
      seat.desk.counts().started.increment();
      LOG.atLevel(level(seat))
          .addKeyValue("bot", seat.bot.name())
          .addKeyValue("cause", cause.map(MatchNews::headline).orElse("schedule"))
          .log("a bot starts");
      seat.bot.strategy().begin(seat.desk, cause);
    }
  }

  /** Bots that go on for ever all start at once, and need no line each. */
  private static Level level(Seat seat) {
    return seat.bot.trigger() instanceof Trigger.AtStart ? Level.DEBUG : Level.INFO;
  }

  private static void turn(Seat seat) {
    if (!seat.bot.strategy().act(seat.desk)) {
      seat.running = false;
      seat.desk.counts().stopped.increment();
      LOG.atLevel(level(seat))
          .addKeyValue("bot", seat.bot.name())
          .addKeyValue("orders", seat.desk.counts().orders.sum())
          .log("a bot stops");
    }
  }
}

package io.ratel.marketdata.rule;

import io.ratel.marketdata.indicator.Parameter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is looked for. A condition is true, false, or unknown while a reading that decides it is; an
 * unknown one fires nothing. Its bounds: {@value #MAX_PARTS} parts, {@value #MAX_DEPTH} deep.
 */
public sealed interface Condition {
  int MAX_PARTS = 32;
  int MAX_DEPTH = 6;

  /** The most evaluations that {@link Often} looks back on. */
  int MAX_OF = 1_000;

  /** A week, in milliseconds. */
  long MAX_WITHIN_MS = 7 * 86_400_000L;

  /** Which way something goes. */
  enum Direction {
    UP,
    DOWN,
    EITHER
  }

  /** Greater than a number. */
  record Above(Reading reading, double value) implements Condition {}

  /** Less than a number. */
  record Below(Reading reading, double value) implements Condition {}

  /**
   * True at the update that takes the reading from one side of a level to the other, and only
   * there.
   *
   * @param hysteresis how far beyond the level the reading must have been on the other side
   */
  record Crosses(Reading reading, Direction direction, double value, double hysteresis)
      implements Condition {}

  /**
   * The reading is at least so many per cent above its lowest, or below its highest, within the
   * time before. The window moves in steps of a 64th.
   */
  record Changes(Reading reading, Direction direction, double percent, long withinMs)
      implements Condition {}

  /** True at {@code times} of the newest {@code of} updates, the latter not older than the time. */
  record Often(Condition condition, int times, int of, long withinMs) implements Condition {}

  /**
   * Each step is true at a later update than the one before, and the last one within the time since
   * the first.
   */
  record Sequence(List<Condition> steps, long withinMs) implements Condition {
    public Sequence {
      steps = List.copyOf(steps);
    }
  }

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  record Not(Condition condition) implements Condition {}

  /** The conditions it is made of. */
  default List<Condition> parts() {
    return switch (this) {
      case Often often -> List.of(often.condition());
      case Sequence sequence -> sequence.steps();
      case All all -> all.conditions();
      case Any any -> any.conditions();
      case Not not -> List.of(not.condition());
      default -> List.of();
    };
  }

  /** Whether it is true at moments, each of which counts, and not for a while. */
  default boolean isMomentary() {
    return switch (this) {
      case Crosses crosses -> true;
      case All all -> all.conditions().stream().anyMatch(Condition::isMomentary);
      case Any any -> any.conditions().stream().allMatch(Condition::isMomentary);
      case Sequence sequence -> sequence.steps().getLast().isMomentary();
      default -> false;
    };
  }

  /** The reading that is told when it fires: the first one. */
  default Reading reading() {
    return switch (this) {
      case Above above -> above.reading;
      case Below below -> below.reading;
      case Crosses crosses -> crosses.reading;
      case Changes changes -> changes.reading;
      case Sequence sequence -> sequence.steps().getLast().reading();
      default -> parts().getFirst().reading();
    };
  }

  /** In words, for people. */
  default String words() {
    return switch (this) {
      case Above above -> above.reading.words() + " above " + Parameter.text(above.value);
      case Below below -> below.reading.words() + " below " + Parameter.text(below.value);
      case Crosses crosses ->
          crosses.reading.words()
              + " crosses "
              + Parameter.text(crosses.value)
              + switch (crosses.direction) {
                case UP -> " upwards";
                case DOWN -> " downwards";
                case EITHER -> "";
              };
      case Changes changes ->
          changes.reading.words()
              + switch (changes.direction) {
                case UP -> " rises ";
                case DOWN -> " falls ";
                case EITHER -> " moves ";
              }
              + Parameter.text(changes.percent)
              + " % within "
              + time(changes.withinMs);
      case Often often ->
          often.times
              + " of "
              + often.of
              + " times within "
              + time(often.withinMs)
              + ": "
              + often.condition.words();
      case Sequence sequence ->
          joined(sequence.steps, ", then ") + " within " + time(sequence.withinMs);
      case All all -> joined(all.conditions, " and ");
      case Any any -> joined(any.conditions, " or ");
      case Not not -> "not (" + not.condition.words() + ")";
    };
  }

  private static String joined(List<Condition> conditions, String by) {
    return conditions.stream()
        .map(c -> c.parts().size() > 1 ? "(" + c.words() + ")" : c.words())
        .collect(Collectors.joining(by));
  }

  private static String time(long ms) {
    return ms % 60_000 == 0 ? ms / 60_000 + " min" : Parameter.text(ms / 1e3) + " s";
  }
}

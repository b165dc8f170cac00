package io.ratel.exchange.time;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.instrument.TradingState;
import java.util.Arrays;

/**
 * The states of a market over the week, and the days on which it is closed all day. Without any
 * transition the market is open, but for those days. Weeks begin on Monday at 00:00 UTC; days are
 * UTC days since 1970. Times are nanoseconds since 1970 UTC; a moment after the year 2262, which
 * has none, is {@link Timers#NEVER}.
 */
public final class TradingCalendar {
  /** Transitions of a week at most. */
  public static final int MAX_TRANSITIONS = 32;

  /** Closed days at most. */
  public static final int MAX_CLOSED_DAYS = 64;

  public static final int MINUTES_OF_WEEK = 7 * 24 * 60;

  /** A market that never closes. */
  public static final TradingCalendar ALWAYS_OPEN =
      new TradingCalendar(new int[0], new TradingState[0], new int[0]);

  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long DAY_NS = 24 * 60 * MINUTE_NS;
  private static final long WEEK_NS = 7 * DAY_NS;

  /** The first Monday of 1970 was the fifth day. */
  private static final long FIRST_MONDAY_NS = 4 * DAY_NS;

  private static final int LAST_DAY = (int) (Long.MAX_VALUE / DAY_NS) - 1;
  private static final TradingState[] STATES = TradingState.values();

  private final int[] minutes;
  private final TradingState[] states;
  private final int[] closedDays;

  /** Whether the week has more than one state. */
  private final boolean weekly;

  /** Whether the week itself closes the market at some minute. */
  private final boolean closes;

  private TradingCalendar(int[] minutes, TradingState[] states, int[] closedDays) {
    this.minutes = minutes;
    this.states = states;
    this.closedDays = closedDays;
    boolean differs = false;
    boolean closing = false;
    for (TradingState state : states) {
      differs |= state != states[0];
      closing |= state == TradingState.CLOSED;
    }
    this.weekly = differs;
    this.closes = differs && closing;
  }

  /**
   * Makes a calendar.
   *
   * @param minutes of the week, growing, at which the market changes to the state of the same index
   * @param closedDays days since 1970, growing
   * @throws IllegalArgumentException with the value that cannot be
   */
  public static TradingCalendar of(int[] minutes, TradingState[] states, int[] closedDays) {
    if (minutes.length != states.length || minutes.length > MAX_TRANSITIONS) {
      throw new IllegalArgumentException(
          "transitions must be at most "
              + MAX_TRANSITIONS
              + ", each with a state: "
              + minutes.length
              + " minutes, "
              + states.length
              + " states");
    }
    if (closedDays.length > MAX_CLOSED_DAYS) {
      throw new IllegalArgumentException(
          "closed days must be at most " + MAX_CLOSED_DAYS + ", were " + closedDays.length);
    }
    requireGrowing("a minute of the week", minutes, MINUTES_OF_WEEK - 1);
    requireGrowing("a closed day", closedDays, LAST_DAY);
    return new TradingCalendar(minutes.clone(), states.clone(), closedDays.clone());
  }

  private static void requireGrowing(String what, int[] values, int max) {
    int before = -1;
    for (int value : values) {
      if (value <= before || value > max) {
        throw new IllegalArgumentException(
            what + " must be " + (before + 1) + " to " + max + " here, was " + value);
      }
      before = value;
    }
  }

  public int transitions() {
    return minutes.length;
  }

  public int minute(int transition) {
    return minutes[transition];
  }

  public TradingState state(int transition) {
    return states[transition];
  }

  public int closedDays() {
    return closedDays.length;
  }

  public int closedDay(int index) {
    return closedDays[index];
  }

  public TradingState stateAt(long ns) {
    if (Arrays.binarySearch(closedDays, (int) Math.floorDiv(ns, DAY_NS)) >= 0) {
      return TradingState.CLOSED;
    }
    if (minutes.length == 0) {
      return TradingState.OPEN;
    }
    int minute = (int) (Math.floorMod(ns - FIRST_MONDAY_NS, WEEK_NS) / MINUTE_NS);
    int upTo = transitionsUpTo(minute);
    return states[upTo == 0 ? states.length - 1 : upTo - 1];
  }

  /** How many transitions of a week there are up to a minute. */
  private int transitionsUpTo(int minute) {
    int place = Arrays.binarySearch(minutes, minute);
    return place >= 0 ? place + 1 : -place - 1;
  }

  /** The first moment after {@code ns} at which the state is another. */
  public long nextChangeAfter(long ns) {
    TradingState now = stateAt(ns);
    long moment = ns;
    do {
      moment = Math.min(nextTransitionAfter(moment), nextDayEdgeAfter(moment));
    } while (moment != Timers.NEVER && stateAt(moment) == now);
    return moment;
  }

  private long nextTransitionAfter(long ns) {
    if (!weekly) {
      return Timers.NEVER;
    }
    long ofWeek = Math.floorMod(ns - FIRST_MONDAY_NS, WEEK_NS);
    int next = transitionsUpTo((int) (ofWeek / MINUTE_NS));
    long at = next < minutes.length ? minutes[next] * MINUTE_NS : WEEK_NS + minutes[0] * MINUTE_NS;
    return plus(ns, at - ofWeek);
  }

  /** The next midnight at which a closed day begins or ends. */
  private long nextDayEdgeAfter(long ns) {
    long day = Math.floorDiv(ns, DAY_NS);
    int place = Arrays.binarySearch(closedDays, (int) day);
    if (place >= 0) {
      return (day + 1) * DAY_NS;
    }
    int next = -place - 1;
    return next < closedDays.length ? closedDays[next] * DAY_NS : Timers.NEVER;
  }

  /**
   * When an order of the day that comes at {@code ns} expires: the next time that the market
   * closes, or, when the week never closes it, the next midnight UTC.
   */
  public long endOfDay(long ns) {
    if (!closes) {
      return plus(ns, DAY_NS - Math.floorMod(ns, DAY_NS));
    }
    long moment = nextChangeAfter(ns);
    while (moment != Timers.NEVER && stateAt(moment) != TradingState.CLOSED) {
      moment = nextChangeAfter(moment);
    }
    return moment;
  }

  private static long plus(long ns, long delta) {
    return ns > Long.MAX_VALUE - delta ? Timers.NEVER : ns + delta;
  }

  public void write(SnapshotWriter out) {
    out.put(minutes.length);
    for (int i = 0; i < minutes.length; i++) {
      out.put((long) minutes[i] << 8 | states[i].ordinal());
    }
    out.put(closedDays.length);
    for (int day : closedDays) {
      out.put(day);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TradingCalendar read(SnapshotReader in) {
    int[] minutes = new int[in.getCount(MAX_TRANSITIONS)];
    TradingState[] states = new TradingState[minutes.length];
    for (int i = 0; i < minutes.length; i++) {
      long word = in.get();
      minutes[i] = (int) (word >> 8);
      states[i] = STATES[(int) word & 0xFF];
    }
    int[] closedDays = new int[in.getCount(MAX_CLOSED_DAYS)];
    for (int i = 0; i < closedDays.length; i++) {
      closedDays[i] = (int) in.get();
    }
    return of(minutes, states, closedDays);
  }
}

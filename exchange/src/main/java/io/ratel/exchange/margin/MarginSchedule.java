package io.ratel.exchange.margin;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.account.MarginModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The margin rates of an instrument. Each slice of a notional is charged at the rate of the bracket
 * it lies in, as in a tax table, so margin has no steps: a larger notional never needs less, and a
 * little more needs a little more.
 *
 * @param brackets by rising notional, the last without end; none means {@link #NONE}
 */
public record MarginSchedule(List<Bracket> brackets) {
  public static final int MAX_BRACKETS = 8;

  /** Where the last bracket ends. */
  public static final long UNBOUNDED = Long.MAX_VALUE;

  /** No margin trading: a position is paid in full, whatever the leverage. */
  public static final MarginSchedule NONE = new MarginSchedule(List.of());

  private static final long MILLION = 1_000_000;

  /**
   * The rates of one slice of the notional.
   *
   * @param upToNotional where the slice ends, in minor units of the quote asset
   * @param initialPpm margin to open, in millionths
   * @param maintenancePpm margin to keep, in millionths; not more than to open
   */
  public record Bracket(long upToNotional, int initialPpm, int maintenancePpm) {
    public Bracket {
      if (upToNotional <= 0) {
        throw new IllegalArgumentException("upToNotional must be positive, was " + upToNotional);
      }
      if (initialPpm <= 0 || initialPpm > MILLION) {
        throw new IllegalArgumentException(
            "initialPpm must be from 1 to 1000000, was " + initialPpm);
      }
      if (maintenancePpm <= 0 || maintenancePpm > initialPpm) {
        throw new IllegalArgumentException(
            "maintenancePpm must be from 1 to initialPpm "
                + initialPpm
                + ", was "
                + maintenancePpm);
      }
    }
  }

  /**
   * @throws IllegalArgumentException when there are too many brackets, they do not rise, or the
   *     last one ends
   */
  public MarginSchedule {
    brackets = List.copyOf(brackets);
    if (brackets.size() > MAX_BRACKETS) {
      throw new IllegalArgumentException(
          "brackets must be at most " + MAX_BRACKETS + ", were " + brackets.size());
    }
    long from = 0;
    for (Bracket bracket : brackets) {
      if (bracket.upToNotional() <= from) {
        throw new IllegalArgumentException(
            "upToNotional must rise, was " + bracket.upToNotional() + " after " + from);
      }
      from = bracket.upToNotional();
    }
    if (from != 0 && from != UNBOUNDED) {
      throw new IllegalArgumentException(
          "upToNotional of the last bracket must be " + UNBOUNDED + ", was " + from);
    }
  }

  /** One rate for every notional. */
  public static MarginSchedule flat(int initialPpm, int maintenancePpm) {
    return new MarginSchedule(List.of(new Bracket(UNBOUNDED, initialPpm, maintenancePpm)));
  }

  /**
   * What must be there to open, rounded up.
   *
   * @param notional in minor units of the quote asset, not negative
   * @param leverage of the account; only {@link MarginModel#LEVERAGED} looks at it
   * @throws IllegalArgumentException when the notional is negative, or a leverage that counts is
   *     not positive
   */
  public long initial(long notional, MarginModel model, long leverage) {
    return margin(notional, model, leverage, true);
  }

  /** What must stay there, rounded up; otherwise as {@link #initial}. */
  public long maintenance(long notional, MarginModel model, long leverage) {
    return margin(notional, model, leverage, false);
  }

  private long margin(long notional, MarginModel model, long leverage, boolean initial) {
    if (notional < 0) {
      throw new IllegalArgumentException("notional must not be negative, was " + notional);
    }
    if (brackets.isEmpty()) {
      return notional;
    }
    long charged = model == MarginModel.LEVERAGED ? divided(notional, leverage) : notional;
    // Whole millions apart from the rest, so that no product is longer than a long: the sum of all
    // slices is not more than the notional, and nothing is rounded before the end.
    long whole = 0;
    long millionths = 0;
    long from = 0;
    for (int i = 0; from < charged; i++) {
      Bracket bracket = brackets.get(i);
      long to = Math.min(charged, bracket.upToNotional());
      long rate = initial ? bracket.initialPpm() : bracket.maintenancePpm();
      whole += (to - from) / MILLION * rate;
      millionths += (to - from) % MILLION * rate;
      from = to;
    }
    return whole + Math.ceilDiv(millionths, MILLION);
  }

  private static long divided(long notional, long leverage) {
    if (leverage <= 0) {
      throw new IllegalArgumentException("leverage must be positive, was " + leverage);
    }
    return Math.ceilDiv(notional, leverage);
  }

  public void write(SnapshotWriter out) {
    out.put(brackets.size());
    for (Bracket bracket : brackets) {
      out.put(bracket.upToNotional());
      out.put(bracket.initialPpm());
      out.put(bracket.maintenancePpm());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the words are no schedule
   */
  public static MarginSchedule read(SnapshotReader in) {
    int count = in.getCount(MAX_BRACKETS);
    List<Bracket> brackets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      brackets.add(new Bracket(in.get(), in.getCount((int) MILLION), in.getCount((int) MILLION)));
    }
    return new MarginSchedule(brackets);
  }
}

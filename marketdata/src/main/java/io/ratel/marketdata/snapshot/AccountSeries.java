package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.ObservationIntake;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.marketdata.snapshot.AccountHistory.Worth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what accounts were worth as series: {@code portfolio/account/equity} and {@code
 * net-deposits} of each hour, {@code performance/account/return} and {@code drawdown} of each day.
 * What was not written because nothing ran is written later from the same history. One thread at a
 * time.
 *
 * <p>A day's return is what was gained since the day before, or the last before it that has a
 * value, by what was there then and what came in since: {@code (E1 − E0 − F) / (E0 + max(F, 0))},
 * with F the net deposits in between; there is none when nothing was there. A drawdown is how far
 * the product of all returns is below its highest.
 */
public final class AccountSeries {
  private static final int PAGE = 500;
  private static final long LOOK_NS = 31 * Sampled.DAY_NS;
  private static final long AGAIN_NS = 2 * Sampled.DAY_NS;

  private final AccountHistory history;
  private final ObservationIntake intake;
  private long doneNs = -1;

  public AccountSeries(AccountHistory history, AnalyticsStore store) {
    this.history = history;
    this.intake = new ObservationIntake(store);
  }

  /** Writes the hours that have ended since the last call, and at midnight the day. */
  public void run(long nowNs) {
    long hourNs = nowNs - nowNs % Sampled.HOUR_NS;
    if (hourNs <= doneNs) {
      return;
    }
    long midnightNs = nowNs - nowNs % Sampled.DAY_NS;
    boolean newDay = doneNs < 0 || hourNs == midnightNs;
    long fromNs = Math.max(0, hourNs - (newDay ? LOOK_NS : AGAIN_NS));
    long after = Long.MIN_VALUE;
    List<Long> page = history.accounts(after, PAGE);
    while (!page.isEmpty()) {
      for (long account : page) {
        List<Observation> values = hours(account, fromNs, hourNs, nowNs);
        if (newDay) {
          values.addAll(days(account, fromNs, midnightNs, nowNs));
        }
        if (!values.isEmpty()) {
          intake.accept(values);
        }
      }
      after = page.getLast();
      page = history.accounts(after, PAGE);
    }
    doneNs = hourNs;
  }

  private List<Observation> hours(long account, long fromNs, long toNs, long nowNs) {
    List<Observation> values = new ArrayList<>();
    for (Worth worth : history.ends(account, Sampled.HOUR_NS, fromNs, toNs)) {
      values.add(value(SeriesKind.PORTFOLIO, "equity", account, worth, worth.equity(), nowNs));
      values.add(
          value(SeriesKind.PORTFOLIO, "net-deposits", account, worth, worth.netDeposits(), nowNs));
    }
    return values;
  }

  /** The drawdown is of all days there are, of which those since {@code fromNs} are written. */
  private List<Observation> days(long account, long fromNs, long toNs, long nowNs) {
    List<Observation> values = new ArrayList<>();
    @Nullable Worth before = null;
    double index = 1;
    double peak = 1;
    for (Worth day : history.ends(account, Sampled.DAY_NS, 0, toNs)) {
      if (before != null) {
        double flow = day.netDeposits() - before.netDeposits();
        double base = before.equity() + Math.max(0, flow);
        if (base > 0) {
          double gained = (day.equity() - before.equity() - flow) / base;
          index *= 1 + gained;
          peak = Math.max(peak, index);
          if (day.timeNs() > fromNs) {
            values.add(value(SeriesKind.PERFORMANCE, "return", account, day, gained, nowNs));
            double below = 1 - index / peak;
            values.add(value(SeriesKind.PERFORMANCE, "drawdown", account, day, below, nowNs));
          }
        }
      }
      before = day;
    }
    return values;
  }

  private static Observation value(
      SeriesKind kind, String name, long account, Worth worth, double value, long nowNs) {
    SeriesKey key =
        new SeriesKey(kind, Binning.ACCOUNT.label(), name, Long.toUnsignedString(account));
    return new Observation(key, worth.timeNs(), value, nowNs);
  }
}

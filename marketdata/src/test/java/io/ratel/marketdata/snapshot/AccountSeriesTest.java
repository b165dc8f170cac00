package io.ratel.marketdata.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ratel.marketdata.series.MemorySeries;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An account that gains, gets money, and loses. */
final class AccountSeriesTest {
  private static final long DAY = Sampled.DAY_NS;
  private static final long HOUR = Sampled.HOUR_NS;
  private static final long BEGIN = 20_000 * DAY;

  private final MemorySeries series = new MemorySeries();
  private final List<AccountHistory.Worth> samples = new ArrayList<>();

  /** What an account was worth, at any time. */
  private final AccountHistory history =
      new AccountHistory() {
        @Override
        public List<Long> accounts(long after, int limit) {
          return after < 7 ? List.of(7L) : List.of();
        }

        @Override
        public List<Worth> ends(long accountId, long stepNs, long fromNs, long toNs) {
          TreeMap<Long, Worth> ends = new TreeMap<>();
          for (Worth sample : samples) {
            if (sample.timeNs() > fromNs && sample.timeNs() <= toNs) {
              long end = Math.ceilDiv(sample.timeNs(), stepNs) * stepNs;
              ends.put(end, new Worth(end, sample.equity(), sample.netDeposits()));
            }
          }
          return List.copyOf(ends.values());
        }
      };

  private void worth(long timeNs, double equity, double deposits) {
    samples.add(new AccountHistory.Worth(timeNs, equity, deposits));
  }

  private Map<Long, Double> values(SeriesKind kind, String name) {
    return series.values(new SeriesKey(kind, "account", name, "7"));
  }

  @Test
  void anHourHasTheLastValueWithinIt() {
    AccountSeries accounts = new AccountSeries(history, series);
    worth(BEGIN + 10, 100, 90);
    worth(BEGIN + HOUR, 110, 90);
    worth(BEGIN + HOUR + 10, 120, 95);
    accounts.run(BEGIN + 2 * HOUR + 5);

    assertThat(values(SeriesKind.PORTFOLIO, "equity"))
        .containsExactly(Map.entry(BEGIN + HOUR, 110.0), Map.entry(BEGIN + 2 * HOUR, 120.0));
    assertThat(values(SeriesKind.PORTFOLIO, "net-deposits")).containsValues(90.0, 95.0);
  }

  @Test
  void whatComesInIsNoGainAndADrawdownIsFromThePeak() {
    worth(BEGIN, 100, 100);
    worth(BEGIN + DAY, 110, 100); // +10 %
    worth(BEGIN + 2 * DAY, 210, 200); // 100 came in, and nothing was gained
    worth(BEGIN + 3 * DAY, 168, 200); // −20 %
    worth(BEGIN + 5 * DAY, 184.8, 200); // +10 % in two days
    worth(BEGIN + 6 * DAY, 84.8, 100); // 100 went out
    new AccountSeries(history, series).run(BEGIN + 6 * DAY + HOUR / 2);

    Map<Long, Double> returns = values(SeriesKind.PERFORMANCE, "return");
    assertThat(returns.get(BEGIN + DAY)).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(BEGIN + 2 * DAY)).isCloseTo(0, within(1e-12));
    assertThat(returns.get(BEGIN + 3 * DAY)).isCloseTo(-0.2, within(1e-12));
    assertThat(returns).doesNotContainKey(BEGIN + 4 * DAY);
    assertThat(returns.get(BEGIN + 5 * DAY)).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(BEGIN + 6 * DAY)).isCloseTo(0, within(1e-12));
    Map<Long, Double> drawdowns = values(SeriesKind.PERFORMANCE, "drawdown");
    assertThat(drawdowns.get(BEGIN + DAY)).isCloseTo(0, within(1e-12));
    assertThat(drawdowns.get(BEGIN + 3 * DAY)).isCloseTo(0.2, within(1e-12));
    assertThat(drawdowns.get(BEGIN + 5 * DAY)).isCloseTo(1 - 0.8 * 1.1, within(1e-12));
  }

  @Test
  void anAccountThatHadNothingHasNoReturn() {
    worth(BEGIN, 0, 0);
    worth(BEGIN + DAY, 5, 0);
    new AccountSeries(history, series).run(BEGIN + DAY);

    assertThat(values(SeriesKind.PERFORMANCE, "return")).isEmpty();
  }
}

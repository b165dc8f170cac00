package io.ratel.marketdata.adjustment;

import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The factors of one share by date. As LEAN has it (Common/Data/Auxiliary/FactorFile.cs), a row
 * holds on its date and before, back to the date of the row before it, which it does not reach; the
 * first holds on everything before as well. After the last row nothing is adjusted.
 */
public final class PriceFactors {
  /**
   * One row.
   *
   * @param price takes out dividends
   * @param split takes out splits
   */
  public record Row(LocalDate date, BigDecimal price, BigDecimal split) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

    public Row {
      require("price factor", price);
      require("split factor", split);
    }

    private static void require(String name, BigDecimal value) {
      if (value.signum() <= 0 || value.compareTo(MOST) > 0 || value.scale() > 18) {
        throw new IllegalArgumentException(
            "%s must be above 0, at most %s and of 18 decimals, was %s"
                .formatted(name, MOST, value));
      }
    }
  }

  private static final String PRICE = "price-factor";
  private static final String SPLIT = "split-factor";
  private static final Row NOTHING = new Row(LocalDate.MAX, BigDecimal.ONE, BigDecimal.ONE);

  private final TreeMap<LocalDate, Row> rows = new TreeMap<>();

  public PriceFactors(List<Row> rows) {
    rows.forEach(row -> this.rows.put(row.date(), row));
  }

  /** What is known now of a venue's share; empty when there are no factors of it. */
  public static Optional<PriceFactors> read(AnalyticsStore store, Symbol share) {
    if (share.venue().isEmpty()) {
      return Optional.empty();
    }
    Map<Long, Observation> splits = new TreeMap<>();
    all(store, key(share, SPLIT)).forEach(each -> splits.put(each.timeNs(), each));
    List<Row> rows = new ArrayList<>();
    for (Observation price : all(store, key(share, PRICE))) {
      Observation split = splits.get(price.timeNs());
      if (split != null) {
        LocalDate date = LocalDate.ofEpochDay(price.timeNs() / Interval.DAY.nanos());
        rows.add(
            new Row(date, BigDecimal.valueOf(price.value()), BigDecimal.valueOf(split.value())));
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new PriceFactors(rows));
  }

  private static List<Observation> all(AnalyticsStore store, SeriesKey key) {
    return store.observations(key, 0, Long.MAX_VALUE, Long.MAX_VALUE, AnalyticsStore.MAX_VALUES);
  }

  /**
   * The rows of a share as they are kept, {@code factor/LEAN/price-factor/AAPL} and the same of
   * splits.
   *
   * @param share of a venue
   */
  public static List<Observation> series(Symbol share, List<Row> rows, long knownNs) {
    List<Observation> values = new ArrayList<>();
    for (Row row : rows) {
      long timeNs = Math.multiplyExact(row.date().toEpochDay(), Interval.DAY.nanos());
      values.add(new Observation(key(share, PRICE), timeNs, row.price().doubleValue(), knownNs));
      values.add(new Observation(key(share, SPLIT), timeNs, row.split().doubleValue(), knownNs));
    }
    return values;
  }

  private static SeriesKey key(Symbol share, String name) {
    String subject = share.text().substring(share.venue().length() + 1);
    return new SeriesKey(SeriesKind.FACTOR, share.venue(), name, subject);
  }

  /** The row that holds on a date. */
  Row on(LocalDate date) {
    Map.Entry<LocalDate, Row> row = rows.ceilingEntry(date);
    return row == null ? NOTHING : row.getValue();
  }
}

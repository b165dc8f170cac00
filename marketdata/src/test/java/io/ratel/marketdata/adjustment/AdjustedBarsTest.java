package io.ratel.marketdata.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MemoryTickStore;
import io.ratel.marketdata.adjustment.PriceFactors.Row;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A share that paid a dividend on 9 January and split two for one on 15 January 2020. */
final class AdjustedBarsTest {
  private static final Market SHARE = new Market(Symbol.of("LEAN:ACME"), 4, 0);
  private static final PriceFactors FACTORS =
      new PriceFactors(
          List.of(
              row("2020-01-02", "0.98", "0.5"),
              row("2020-01-08", "0.98", "0.5"),
              row("2020-01-14", "1", "0.5")));

  private static Row row(String date, String price, String split) {
    return new Row(LocalDate.parse(date), new BigDecimal(price), new BigDecimal(split));
  }

  private static Bar bar(Interval interval, String time, long price, long volume) {
    Instant begin = Instant.parse(time);
    return new Bar(
        SHARE,
        interval,
        begin.getEpochSecond() * 1_000_000_000L,
        price,
        price,
        price,
        price,
        volume,
        1);
  }

  private static String close(Adjustment adjustment, String date) {
    Bar raw = bar(Interval.DAY, date + "T00:00:00Z", 1_000_000, 100);
    Bar adjusted = new AdjustedBars(FACTORS, adjustment).adjusted(raw);
    return adjusted.market().formatPrice(adjusted.close()) + " x " + adjusted.volume();
  }

  @Test
  void aRowHoldsOnItsDateAndBefore() {
    assertThat(close(Adjustment.TOTAL, "2020-01-15")).isEqualTo("100.00000000 x 100");
    assertThat(close(Adjustment.TOTAL, "2020-01-14")).isEqualTo("50.00000000 x 200");
    assertThat(close(Adjustment.TOTAL, "2020-01-09")).isEqualTo("50.00000000 x 200");
    assertThat(close(Adjustment.TOTAL, "2020-01-08")).isEqualTo("49.00000000 x 200");
    assertThat(close(Adjustment.TOTAL, "1999-01-08")).isEqualTo("49.00000000 x 200");
    assertThat(close(Adjustment.SPLIT, "2020-01-08")).isEqualTo("50.00000000 x 200");
    assertThat(close(Adjustment.NONE, "2020-01-08")).isEqualTo("100.00000000 x 100");
  }

  @Test
  void aMinuteHasTheDateOfTheExchange() {
    AdjustedBars split = new AdjustedBars(FACTORS, Adjustment.SPLIT);
    Bar evening = bar(Interval.MINUTE, "2020-01-15T00:30:00Z", 1_000_000, 100);
    Bar morning = bar(Interval.MINUTE, "2020-01-15T14:30:00Z", 500_000, 100);

    assertThat(split.adjusted(evening).close()).as("still the 14th").isEqualTo(5_000_000_000L);
    assertThat(split.adjusted(morning).close()).isEqualTo(5_000_000_000L);
  }

  @Test
  void aWeekWithASplitInItIsMadeOfAdjustedDays() {
    MemoryTickStore ticks = new MemoryTickStore();
    ticks.appendBars(
        List.of(
            bar(Interval.DAY, "2020-01-13T00:00:00Z", 1_000_000, 10),
            bar(Interval.DAY, "2020-01-14T00:00:00Z", 1_020_000, 10),
            bar(Interval.DAY, "2020-01-15T00:00:00Z", 520_000, 10)));
    try (LiveMarkets markets = LiveMarkets.start(ticks, LiveMarkets.Limits.DEFAULT)) {
      List<Bar> weeks =
          new AdjustedBars(FACTORS, Adjustment.SPLIT)
              .read(markets, SHARE.symbol(), Interval.WEEK, 0, Long.MAX_VALUE, 5);

      assertThat(weeks)
          .singleElement()
          .satisfies(
              week -> {
                assertThat(week.open()).isEqualTo(5_000_000_000L);
                assertThat(week.high()).isEqualTo(5_200_000_000L);
                assertThat(week.volume()).isEqualTo(50);
              });
    }
  }

  @Test
  void aFactorOfNothingIsRefused() {
    assertThatThrownBy(() -> row("2020-01-02", "0", "1"))
        .hasMessageContaining("price factor")
        .hasMessageContaining("was 0");
  }
}

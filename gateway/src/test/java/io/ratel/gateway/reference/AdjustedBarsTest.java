package io.ratel.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.marketdata.adjustment.PriceFactors;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bars of a market with price factors, and of one without. */
class AdjustedBarsTest {
  private static final String PATH = "/v1/markets/BINANCE:ETH-USDT/bars?interval=1d";

  private final TestVenue venue = new TestVenue();
  private final TestClient anyone = venue.anyone();

  @AfterEach
  void close() {
    venue.close();
  }

  private void oneDayWithFactors() {
    LocalDate day = LocalDate.of(2026, 1, 2);
    venue.series.append(
        PriceFactors.series(
            FakeMarkets.BINANCE.symbol(),
            List.of(new PriceFactors.Row(day, new BigDecimal("0.9"), new BigDecimal("0.25"))),
            1));
    venue.markets.set(
        new Bar(
            FakeMarkets.BINANCE,
            Interval.DAY,
            day.toEpochDay() * Interval.DAY.nanos(),
            10_000,
            20_000,
            5_000,
            12_000,
            100_000,
            3));
  }

  @Test
  void aBarIsAsItTradedUnlessItIsAskedForOtherwise() {
    oneDayWithFactors();

    assertThat(anyone.get(PATH).at("items.0.close")).isEqualTo("120.00");
    assertThat(anyone.get(PATH).at("items.0.adjusted")).isEqualTo("none");
    TestClient.Response split = anyone.get(PATH + "&adjust=split");
    assertThat(split.at("items.0.close")).isEqualTo("30.00000000");
    assertThat(split.at("items.0.volume")).isEqualTo("4");
    assertThat(split.at("items.0.adjusted")).isEqualTo("split");
    TestClient.Response total = anyone.get(PATH + "&adjust=total");
    assertThat(total.at("items.0.close")).isEqualTo("27.00000000");
    assertThat(total.at("items.0.low")).isEqualTo("11.25000000");
  }

  @Test
  void whatCannotBeAdjustedIsRefused() {
    assertThat(anyone.get(PATH + "&adjust=split").code()).isEqualTo("400 INVALID_FIELD");
    assertThat(anyone.get(PATH + "&adjust=half").code()).isEqualTo("400 INVALID_FIELD");
    oneDayWithFactors();
    assertThat(anyone.get(PATH.replace("1d", "100t") + "&adjust=split").code())
        .isEqualTo("400 INVALID_FIELD");
  }
}

package io.ratel.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.marketdata.news.CalendarEntry;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final long DAY = 86_400_000_000_000L;
  private static final SeriesKey RATE = new SeriesKey(SeriesKind.OBSERVATION, "FRED", "DFF", "US");

  private TestVenue venue;
  private TestClient anyone;
  private TestClient ann;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    anyone = venue.anyone();
    ann = venue.as(venue.ann);
    venue.series.append(
        List.of(
            new Observation(RATE, DAY, 5.25, 2 * DAY),
            new Observation(RATE, DAY, 5.26, 9 * DAY),
            new Observation(RATE, 3 * DAY, 5.5, 4 * DAY)));
  }

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void aSeriesIsReadAsItIsAndAsItWasKnown() {
    String path = "/v1/series/observation/FRED/DFF/US";

    assertThat(ann.get("/v1/series/observation").at("items.0.values")).isEqualTo("3");
    assertThat(ann.get(path).at("items.0.value")).isEqualTo("5.26");
    assertThat(ann.get(path).at("items.0.time")).isEqualTo("1970-01-02T00:00:00Z");
    assertThat(ann.get(path + "?asOf=1970-01-06T00:00:00Z").at("items.0.value")).isEqualTo("5.25");
    assertThat(ann.get(path + "?limit=1").at("items.0.value")).isEqualTo("5.5");
    assertThat(ann.get(path + "?from=1970-01-05T00:00:00Z").json().at("/items")).isEmpty();
  }

  @Test
  void whatIsNoSeriesIsRefusedWithItsRule() {
    assertThat(ann.get("/v1/series/weather").code()).isEqualTo("400 INVALID_FIELD");
    assertThat(ann.get("/v1/series/observation/FRED/D%27F/US").code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(ann.get("/v1/series/observation/FRED/DFF/US?limit=0").code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(anyone.get("/v1/news?symbol=b%20c").code()).isEqualTo("400 INVALID_FIELD");
  }

  /** What a house follows of portfolios is for its operators. */
  @Test
  void portfoliosAreTheHousesOwn() {
    for (String kind : List.of("portfolio", "performance")) {
      assertThat(anyone.get("/v1/series/" + kind).code()).isEqualTo("401 UNAUTHENTICATED");
      assertThat(ann.get("/v1/series/" + kind).code()).isEqualTo("403 FORBIDDEN");
      assertThat(ann.get("/v1/series/" + kind + "/a/b/c").code()).isEqualTo("403 FORBIDDEN");
      assertThat(venue.as(venue.operator).get("/v1/series/" + kind).status()).isEqualTo(200);
    }
  }

  @Test
  void anOwnerReadsTheHistoryOfTheOwnAccountAndOfNoOther() {
    String own = "/v1/series/portfolio/account/equity/" + TestVenue.ANN_ACCOUNT;
    venue.series.append(
        List.of(
            new Observation(
                new SeriesKey(SeriesKind.PORTFOLIO, "account", "equity", "10"), DAY, 99.5, DAY)));

    assertThat(ann.get(own).at("items.0.value")).isEqualTo("99.5");
    assertThat(venue.as(venue.bob).get(own).code()).isEqualTo("403 FORBIDDEN");
    assertThat(ann.get("/v1/series/portfolio/house/equity/10").code()).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void hoursAndDaysAreKindsOfTheirOwn() {
    SeriesKey key = new SeriesKey(SeriesKind.SNAPSHOT_HOURLY, "market", "mark", "A:BTC-USD");
    venue.series.append(List.of(new Observation(key, DAY, 7, DAY)));

    assertThat(ann.get("/v1/series/snapshot_hourly/market/mark/A:BTC-USD").at("items.0.value"))
        .isEqualTo("7.0");
    assertThat(ann.get("/v1/series/snapshot_daily").json().at("/items")).isEmpty();
  }

  @Test
  void newsAndTheCalendarAreRead() {
    venue.board.put(
        new NewsItem(
            "WIRE",
            "1",
            "Rates held",
            "",
            Optional.of(URI.create("https://example.org/1")),
            List.of(Symbol.of("BTC-USD")),
            DAY));
    venue.board.put(new CalendarEntry("CAL", "cpi", "US", "CPI", 3, "", "3.2%", "3.1%", DAY));

    assertThat(anyone.get("/v1/news?symbol=BTC-USD").at("items.0.headline"))
        .isEqualTo("Rates held");
    assertThat(anyone.get("/v1/news?symbol=ACME").json().at("/items")).isEmpty();
    assertThat(anyone.get("/v1/calendar").at("items.0.forecast")).isEqualTo("3.2%");
    assertThat(anyone.get("/v1/calendar?to=1970-01-02T00:00:00Z").json().at("/items")).isEmpty();
  }
}

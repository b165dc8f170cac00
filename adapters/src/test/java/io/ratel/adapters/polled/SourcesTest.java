package io.ratel.adapters.polled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ratel.adapters.alphavantage.AlphaVantageSource;
import io.ratel.adapters.ecb.EcbSource;
import io.ratel.adapters.fred.FredSource;
import io.ratel.adapters.iex.IexSource;
import io.ratel.adapters.yahoo.YahooSource;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Quote;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Economic series, reference rates and share prices, as their publishers document them. */
final class SourcesTest {
  private static final URI URL = URI.create("https://example.org");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long DAY = Interval.DAY.nanos();
  private static final long JANUARY_4 = FeedTime.nanos(Instant.parse("2024-01-04T00:00:00Z"));

  private final ToldSink told = new ToldSink();

  private static Observation known(String source, String name, String subject, long at, double v) {
    SeriesKey key = new SeriesKey(SeriesKind.OBSERVATION, source, name, subject);
    return new Observation(key, at, v, ToldSink.NOW_NS);
  }

  @Test
  void fredTellsItsValuesAndLeavesOutWhatIsMissing() throws Exception {
    FredSource fred = new FredSource(URL, "secret-key", List.of("DGS10"), HOUR);
    told.tell(
        fred,
        0,
        """
        {"realtime_start":"2024-01-06","realtime_end":"2024-01-06","units":"lin","count":3,
         "observations":[
          {"realtime_start":"2024-01-06","realtime_end":"2024-01-06",
           "date":"2024-01-05","value":"."},
          {"realtime_start":"2024-01-06","realtime_end":"2024-01-06",
           "date":"2024-01-04","value":"3.99"},
          {"realtime_start":"2024-01-06","realtime_end":"2024-01-06",
           "date":"2024-01-03","value":"-0.25"}]}
        """);

    assertThat(told.observations)
        .containsExactly(
            known("FRED", "DGS10", "US", JANUARY_4, 3.99),
            known("FRED", "DGS10", "US", JANUARY_4 - DAY, -0.25));
    assertThat(fred.requests(ToldSink.NOW).toString()).doesNotContain("secret-key");
  }

  @Test
  void theEcbTellsADaysRates() throws Exception {
    told.tell(
        new EcbSource(URL, HOUR),
        0,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
            xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
          <gesmes:subject>Reference rates</gesmes:subject>
          <Cube><Cube time='2024-01-04'>
            <Cube currency='USD' rate='1.0953'/><Cube currency='JPY' rate='158.33'/>
          </Cube></Cube>
        </gesmes:Envelope>
        """);

    assertThat(told.observations)
        .containsExactly(
            known("ECB", "reference-rate", "EUR-USD", JANUARY_4, 1.0953),
            known("ECB", "reference-rate", "EUR-JPY", JANUARY_4, 158.33));
  }

  /** A document that names files of ours, or grows without end, is not read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><Cube time='&x;'/></a>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a><Cube time='&x;'/></a>",
        "<a><Cube time='2024-01-04'><Cube currency='usd' rate='1'/></Cube></a>",
        "<a><Cube time='2024-01-04'><Cube currency='USD' rate='NaN'/></Cube></a>",
        "<a><Cube currency='USD' rate='1'/></a>",
        "<a><Cube time='2224-01-04'><Cube currency='USD' rate='1'/></Cube></a>",
        "<a/>",
        "<a",
        ""
      })
  void ratesThatCannotBeUsedAreRefusedWhole(String document) {
    assertThatThrownBy(() -> told.tell(new EcbSource(URL, HOUR), 0, document))
        .isInstanceOf(RejectedFrameException.class)
        .hasMessageNotContaining("root:");
    assertThat(told.isEmpty()).isTrue();
  }

  @Test
  void yahooTellsMinutesAndTheLastPrice() throws Exception {
    told.tell(
        new YahooSource(URL, List.of("AAPL"), HOUR),
        0,
        """
        {"chart":{"result":[{"meta":{"currency":"USD","symbol":"AAPL","exchangeName":"NMS",
          "regularMarketTime":1704488401,"regularMarketPrice":181.17999267578125,"priceHint":2},
          "timestamp":[1704465000,1704465060,1704465120],
          "indicators":{"quote":[{
            "open":[181.990005493,null,182.1],"high":[182.75999450683594,null,182.2],
            "low":[181.7,null,182.0],"close":[182.5,null,182.05],
            "volume":[1205318,null,0]}]}}],"error":null}}
        """);

    assertThat(told.bars)
        .extracting(Bar::timeNs, Bar::open, Bar::high, Bar::low, Bar::close, Bar::volume)
        .containsExactly(
            tuple(1_704_465_000_000_000_000L, 18_199L, 18_276L, 18_170L, 18_250L, 1_205_318L),
            tuple(1_704_465_120_000_000_000L, 18_210L, 18_220L, 18_200L, 18_205L, 0L));
    Quote quote = told.quotes.get(0);
    assertThat(quote.market().symbol()).isEqualTo(Symbol.of("YAHOO:AAPL"));
    assertThat(quote.market().formatPrice(quote.bid())).isEqualTo("181.18");
    assertThat(quote.bidQuantity()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"chart\":{\"result\":null,"
            + "\"error\":{\"code\":\"Not Found\",\"description\":\"No data\"}}}",
        "{\"chart\":{\"result\":[],\"error\":null}}",
        "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"MSFT\"}}],\"error\":null}}",
        "{\"finance\":{}}",
        "<html>Too Many Requests</html>"
      })
  void whatYahooRefusesIsSaid(String answer) {
    YahooSource yahoo = new YahooSource(URL, List.of("AAPL"), HOUR);

    assertThatThrownBy(() -> told.tell(yahoo, 0, answer))
        .isInstanceOf(RejectedFrameException.class);
    assertThat(told.isEmpty()).isTrue();
  }

  @Test
  void alphaVantageTellsDaysOldestFirst() throws Exception {
    AlphaVantageSource source = new AlphaVantageSource(URL, "demo-key", List.of("IBM"), HOUR);
    told.tell(
        source,
        0,
        """
        {"Meta Data":{"1. Information":"Daily Prices","2. Symbol":"IBM"},
         "Time Series (Daily)":{
          "2024-01-05":{"1. open":"160.0","2. high":"160.5500","3. low":"158.67",
           "4. close":"159.16","5. volume":"4249000"},
          "2024-01-04":{"1. open":"161.2","2. high":"161.5","3. low":"160.01",
           "4. close":"160.86","5. volume":"3212044"}}}
        """);

    assertThat(told.bars).extracting(Bar::timeNs).containsExactly(JANUARY_4, JANUARY_4 + DAY);
    assertThat(told.bars.get(1).market().formatPrice(told.bars.get(1).high())).isEqualTo("160.55");
  }

  /** It answers 200 and says in words that it was asked too often. */
  @ParameterizedTest
  @ValueSource(strings = {"Note", "Information", "Error Message"})
  void whatAlphaVantageRefusesIsSaidWithoutTheKey(String field) {
    AlphaVantageSource source = new AlphaVantageSource(URL, "demo-key", List.of("IBM"), HOUR);
    String refusal = "{\"" + field + "\":\"the rate of demo-key is 25 a day\"}";

    assertThatThrownBy(() -> told.tell(source, 0, refusal))
        .hasMessageContaining("25 a day")
        .hasMessageNotContaining("demo-key");
  }

  @Test
  void anIexQuoteHasSizesOrIsTheLatestPrice() throws Exception {
    IexSource source = new IexSource("IEX", URL, "token", List.of("aapl"), HOUR);
    told.tell(
        source,
        0,
        """
        {"symbol":"AAPL","latestPrice":181.18,"latestUpdate":1704488401000,"iexBidPrice":181.1,
         "iexBidSize":300,"iexAskPrice":181.25,"iexAskSize":100}""");
    told.tell(
        source,
        0,
        "{\"symbol\":\"AAPL\",\"latestPrice\":181.18,\"latestUpdate\":1704488401000,"
            + "\"iexBidPrice\":null,\"iexAskPrice\":null}");

    assertThat(told.quotes)
        .extracting(Quote::bid, Quote::bidQuantity, Quote::ask, Quote::askQuantity)
        .containsExactly(tuple(18_110L, 300L, 18_125L, 100L), tuple(18_118L, 0L, 18_118L, 0L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"symbol\":\"AAPL\",\"latestPrice\":-1,\"latestUpdate\":1704488401000}",
        "{\"symbol\":\"AAPL\",\"latestPrice\":1e400,\"latestUpdate\":1704488401000}",
        "{\"symbol\":\"AAPL\",\"latestPrice\":1,\"latestUpdate\":0}",
        "{\"symbol\":\"AAPL\",\"latestPrice\":1,\"latestUpdate\":7955107200000}",
        "{\"symbol\":\"MSFT\",\"latestPrice\":1,\"latestUpdate\":1704488401000}",
        "{\"symbol\":\"AAPL\",\"latestPrice\":NaN,\"latestUpdate\":1704488401000}",
        "Unknown symbol"
      })
  void aQuoteThatCannotBeTrueIsRefused(String answer) {
    IexSource source = new IexSource("IEX", URL, "token", List.of("AAPL"), HOUR);

    assertThatThrownBy(() -> told.tell(source, 0, answer))
        .isInstanceOf(RejectedFrameException.class);
    assertThat(told.isEmpty()).isTrue();
  }
}

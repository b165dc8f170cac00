package io.ratel.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.risk.Asking;
import io.ratel.quant.statistic.PublishedReturns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformancesTest {
  private static JsonNode figures(String name, String question) {
    return Asking.figures(Asking.named(Performances.functions(), "risk/" + name), question);
  }

  /** PerformanceAnalytics, ProbSharpeRatio: with the kurtosis, and without. */
  @ParameterizedTest
  @CsvSource({"5.78, 0.9486925", "3, 0.9597434"})
  void theProbabilisticSharpeRatioIsAsPrinted(String kurtosis, double printed) {
    JsonNode figures =
        figures(
            "probabilistic-sharpe",
            "{\"sharpe\":0.5773502691896258,\"reference\":0.2886751345948129,"
                + "\"observations\":59,\"skewness\":-0.72,\"kurtosis\":"
                + kurtosis
                + "}");
    assertThat(figures.get("probability").asDouble()).isCloseTo(printed, offset(5e-8));
  }

  /** Bailey and López de Prado (2014): yearly 2.5, 1250 days, 100 trials of variance ½ a year. */
  @Test
  void theDeflatedSharpeRatioIsTheArticles() {
    JsonNode figures =
        figures(
            "probabilistic-sharpe",
            "{\"sharpe\":"
                + 2.5 / Math.sqrt(250)
                + ",\"observations\":1250,\"skewness\":-3,\"kurtosis\":10,\"trials\":100,"
                + "\"trialVariance\":0.002}");
    assertThat(figures.get("expectedMaximum").asDouble()).isCloseTo(0.1132, offset(5e-5));
    assertThat(figures.get("deflatedProbability").asDouble()).isCloseTo(0.9004, offset(5e-5));
  }

  @Test
  void theMinimumTrackRecordIsWhatTheProbabilityNeeds() {
    String question = "{\"sharpe\":0.2,\"skewness\":-0.5,\"kurtosis\":4,\"observations\":";
    double needed =
        figures("probabilistic-sharpe", question + "60}").get("minimumTrackRecord").asDouble();
    assertThat(
            figures("probabilistic-sharpe", question + needed + "}").get("probability").asDouble())
        .isCloseTo(0.95, within(1e-12));
    assertThat(Ratios.probabilistic(0.1, 0.1, 0, 3, 100)).isEqualTo(Normal.cumulative(0));
    assertThatThrownBy(
            () ->
                figures(
                    "probabilistic-sharpe",
                    "{\"sharpe\":2,\"skewness\":5,\"kurtosis\":1,\"observations\":60}"))
        .hasMessage("kurtosis must be possible with this skewness, was '1.0'");
  }

  @Test
  void drawdownsAreFoundWithTheirLengths() {
    JsonNode figures =
        figures(
            "drawdowns",
            "{\"returns\":[0.1,-0.1,null,0.05,0.1,-0.2,0.1],\"dates\":[\"2024-01-31\","
                + "\"2024-02-29\",\"2024-03-31\",\"2024-04-30\",\"2024-05-31\",\"2024-06-30\","
                + "\"2024-07-31\"]}");
    JsonNode worst = figures.get("drawdowns").get(0);
    assertThat(worst.get("depth").asDouble()).isCloseTo(-0.2, within(1e-15));
    assertThat(worst.get("end").asInt()).isEqualTo(-1);
    assertThat(worst.get("to").asText()).isEmpty();
    assertThat(worst.get("length").asInt()).isEqualTo(2);
    JsonNode first = figures.get("drawdowns").get(1);
    assertThat(first.get("from").asText()).isEqualTo("2024-02-29");
    assertThat(first.get("lowest").asText()).isEqualTo("2024-02-29");
    assertThat(first.get("to").asText()).isEqualTo("2024-05-31");
    assertThat(first.get("toTrough").asInt() + first.get("recovery").asInt())
        .isEqualTo(first.get("length").asInt())
        .isEqualTo(4);
    assertThat(figures.get("current").asDouble()).isCloseTo(0.88 - 1, within(1e-15));
    assertThat(figures.get("path").get(2)).isEqualTo(figures.get("path").get(1));
  }

  @Test
  void wealthThatNeverFallsHasNoDrawdown() {
    JsonNode figures = figures("drawdowns", "{\"returns\":[0.1,0,0.2]}");
    assertThat(figures.get("maxDrawdown").asDouble()).isZero();
    assertThat(figures.get("count").asInt()).isZero();
    assertThat(figures.get("averageDrawdown").asDouble()).isZero();
  }

  @Test
  void aWindowOfAllIsTheWholeAndAnEarlierOneDoesNotSeeLaterReturns() {
    String bacon =
        "{\"returns\":"
            + PublishedReturns.BACON_PORTFOLIO
            + ",\"benchmark\":"
            + PublishedReturns.BACON_BENCHMARK
            + ",\"periodsPerYear\":12";
    JsonNode rolling = figures("rolling", bacon + ",\"window\":24}");
    JsonNode whole = figures("statistics", bacon + "}");
    for (String name :
        List.of(
            "annualReturn",
            "annualVolatility",
            "annualSharpe",
            "maxDrawdown",
            "beta",
            "correlation")) {
      assertThat(rolling.get(name).get(23).asDouble())
          .as(name)
          .isCloseTo(whole.get(name).asDouble(), within(1e-12))
          .isEqualTo(rolling.get("latest").get(name).asDouble());
      assertThat(rolling.get(name).get(22).asText()).isEqualTo("NaN");
    }
    JsonNode early = figures("rolling", "{\"returns\":[0.01,0.03,9,9],\"window\":2}");
    assertThat(early.get("annualVolatility").get(1).asDouble())
        .isCloseTo(Math.sqrt(0.0002 * 252), within(1e-12));
    assertThat(early.get("beta").get(1).asText()).isEqualTo("NaN");
    assertThatThrownBy(() -> figures("rolling", "{\"returns\":[0.01,0.03],\"window\":3}"))
        .hasMessageStartingWith("window must not be more than returns");
  }

  /** empyrical, test_aggregate_returns: nine weeks from 30 January 2000. */
  @Test
  void returnsAreCompoundedByMonthAndYear() {
    String weeks =
        "{\"returns\":[0,0.01,0.1,-0.04,0.02,0.03,0.02,0.01,-0.1],\"dates\":[\"2000-01-30\","
            + "\"2000-02-06\",\"2000-02-13\",\"2000-02-20\",\"2000-02-27\",\"2000-03-05\","
            + "\"2000-03-12\",\"2000-03-19\",\"2000-03-26\"]}";
    JsonNode year = figures("monthly-returns", weeks).get("years").get(0);
    assertThat(year.get("months").get(0).asDouble()).isZero();
    assertThat(year.get("months").get(1).asDouble()).isCloseTo(0.0878912, within(1e-12));
    assertThat(year.get("months").get(2).asDouble()).isCloseTo(-0.04500460, within(5e-9));
    assertThat(year.get("months").get(3).asText()).isEqualTo("NaN");
    assertThat(year.get("total").asDouble()).isCloseTo(0.03893109, within(5e-9));
    assertThatThrownBy(() -> figures("monthly-returns", weeks.replace("2000-02-06", "2000-01-01")))
        .hasMessage("dates[1] must be after the one before, 2000-01-30, was '2000-01-01'");
    assertThatThrownBy(() -> figures("monthly-returns", weeks.replace("[0,0.01", "[0.01")))
        .hasMessage("dates must be as many as returns, 8, was '9'");
  }
}

package io.ratel.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import io.ratel.quant.statistic.PublishedReturns;
import java.lang.reflect.RecordComponent;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
  private static final QuantFunction<?, ?> STATISTICS =
      Asking.named(Performances.functions(), "risk/statistics");
  private static final String BACON =
      "\"returns\":"
          + PublishedReturns.BACON_PORTFOLIO
          + ",\"benchmark\":"
          + PublishedReturns.BACON_BENCHMARK
          + ",\"periodsPerYear\":12";
  private static final String MIXED = "\"returns\":[null,0.01,0.1,-0.04,0.02,0.03,0.02,0.01,-0.1]";

  private static JsonNode figures(String question) {
    return Asking.figures(STATISTICS, "{" + question + "}");
  }

  /** Half a unit of the last digit that is printed. */
  private static void assertPrinted(JsonNode figures, String name, String printed) {
    int point = printed.indexOf('.');
    double unit = Math.pow(10, point < 0 ? 0 : point + 1 - printed.length());
    assertThat(figures.get(name).asDouble())
        .as(name)
        .isCloseTo(Double.parseDouble(printed), offset(0.5000001 * unit));
  }

  /** C. Bacon (2008); the digits as PerformanceAnalytics prints them for portfolio_bacon. */
  @ParameterizedTest
  @CsvSource({
    "annualReturn, 0.10367829",
    "benchmarkAnnualReturn, 0.11798339",
    "annualVolatility, 0.13700016",
    "maxDrawdown, -0.14467296",
    "bernardoLedoit, 1.779783",
    "downsideDeviation, 0.0255367",
    "downsidePotential, 0.0137083",
    "upsideRisk, 0.0293733",
    "upsideVariance, 0.00086279",
    "upsidePotential, 0.01771",
    "downsideFrequency, 0.458333",
    "upsideFrequency, 0.541667",
    "sortino, 0.1566371",
    "omegaSharpe, 0.2917933",
    "dRatio, 0.4013329",
    "volatilitySkewness, 1.32",
    "variabilitySkewness, 1.15",
    "skewness, -0.0825625",
    "skewnessSample, -0.09",
    "skewnessKurtosisRatio, -0.034",
    "kurtosis, 2.4324538",
    "kurtosisSample, 3.03",
    "excessKurtosis, -0.57",
    "excessKurtosisSample, -0.40766",
    "meanAbsoluteDeviation, 0.0310833",
    "painIndex, 0.0399897",
    "painRatio, 2.5926",
    "ulcerIndex, 0.0611843",
    "martin, 1.69452",
    "burke, 0.7447309",
    "modifiedBurke, 3.648421",
    "beta, 0.9988502",
    "jensenAlpha, -0.01416944",
    "epsilon, -0.01313932",
    "famaBeta, 1.0303949",
    "specificRiskPopulation, 0.0329311",
    "systematicRisk, 0.13281",
    "systematicRiskPopulation, 0.13001",
    "totalRiskMixed, 0.1368",
    "m2, 0.10061996",
    "m2Excess, -0.01553",
    "m2Sortino, 0.1035",
    "omegaExcessReturn, 0.0805",
    "adjustedSharpe, 0.7591434663",
    "trackingError, 0.0336397",
    "informationRatio, -0.4252444",
    "appraisal, -0.4302756",
    "modifiedJensen, -0.01418576",
    "alternativeJensen, -0.1066928",
    "activePremium, -0.014305",
    "netSelectivity, -0.018",
  })
  void bacons24MonthsAreAsPrinted(String name, String printed) {
    assertPrinted(figures(BACON + ",\"mar\":0.005"), name, printed);
  }

  /** empyrical, test_stats.py: nine days of which the first is missing. */
  @ParameterizedTest
  @CsvSource({
    "252, cumulativeReturn, 0.03893109",
    "252, annualReturn, 1.9135925373",
    "252, annualVolatility, 0.9136465400",
    "252, annualSharpe, 1.7238613962",
    "252, annualDownsideDeviation, 0.6044832504",
    "252, annualSortino, 2.6055312517",
    "252, maxDrawdown, -0.1",
    "252, calmar, 19.1359253732",
    "252, stability, 0.1529973665",
    "252, omega, 0.8335426350",
    "252, informationRatioArithmetic, 0.1085930607",
    "52, annualReturn, 0.2469083051",
    "12, annualReturn, 0.0522420614",
    "12, calmar, 0.5224206139",
  })
  void empyricalsMixedReturnsAreAsPrinted(String periods, String name, String printed) {
    String against = ",\"benchmark\":[0,0,0,0,0,0,0,0,0],\"requiredReturn\":10";
    assertPrinted(figures(MIXED + against + ",\"periodsPerYear\":" + periods), name, printed);
  }

  /** The same with a first return of 0 in place of the missing one. */
  @ParameterizedTest
  @CsvSource({
    "52, annualVolatility, 0.3885156939",
    "12, annualVolatility, 0.1866369024",
    "52, annualDownsideDeviation, 0.2588865045",
    "12, annualDownsideDeviation, 0.1243650540",
  })
  void empyricalsWeeklyAndMonthlyReturnsAreAsPrinted(String periods, String name, String printed) {
    String whole = MIXED.replace("null", "0");
    assertPrinted(figures(whole + ",\"periodsPerYear\":" + periods), name, printed);
  }

  @Test
  void missingReturnsAreLeftOutButTheirPeriodsPass() {
    String benchmark = ",\"benchmark\":[0,-0.06,-0.07,-0.01,-0.09,-0.02,-0.06,-0.08,-0.05]";
    JsonNode figures = figures(MIXED + benchmark);
    assertPrinted(figures, "beta", "-0.7129629630");
    assertPrinted(figures, "annualAlpha", "-0.9997853835");
    assertPrinted(figures, "annualAlphaArithmetic", "-8.3066666667");
    assertThat(figures.get("periods").asInt()).isEqualTo(9);
    assertThat(figures.get("missing").asInt()).isOne();
  }

  /** empyrical: the riskless returns are 0 and 1 % in turn, or a level of 1 % a day. */
  @Test
  void risklessReturnsMayDifferByPeriod() {
    String riskless = ",\"riskFreeReturns\":[0,0.01,0,0.01,0,0.01,0,0.01,0]";
    assertPrinted(figures(MIXED + riskless), "annualSharpe", "0.3411141144");
    assertPrinted(figures(MIXED + ",\"mar\":0.01"), "annualSortino", "-1.3934779589");
    assertPrinted(figures(MIXED + ",\"mar\":0.1"), "annualDownsideDeviation", "1.7161730682");
    assertPrinted(figures(MIXED + ",\"riskFree\":0.01"), "omega", "0.8125");
  }

  /** quantstats, issue 230; and F. Sortino's ratio of four returns. */
  @Test
  void shortSeriesAreAsPrinted() {
    JsonNode swing = figures("\"returns\":[0.5,-0.4,0.5,-0.4],\"periodsPerYear\":1");
    assertPrinted(swing, "annualReturn", "-0.0513167");
    assertPrinted(swing, "sharpe", "0.0962250");
    assertPrinted(figures("\"returns\":[0.01,-0.02,0.03,-0.01]"), "sortino", "0.2236068");
  }

  @Test
  void whatDoesNotExistIsNotANumber() {
    JsonNode one = figures("\"returns\":[0.01]");
    assertThat(one.get("sharpe").asText()).isEqualTo("NaN");
    assertThat(one.get("volatility").asText()).isEqualTo("NaN");
    assertThat(one.get("beta").asText()).isEqualTo("NaN");
    assertPrinted(one, "annualReturn", "11.2740020992");
    JsonNode flat = figures("\"returns\":[0.01,0.01,0.01],\"benchmark\":[0.02,0.02,0.02]");
    for (String name : new String[] {"sharpe", "sortino", "calmar", "beta", "skewness", "omega"}) {
      assertThat(flat.get(name).asText()).as(name).isEqualTo("NaN");
    }
    assertPrinted(flat, "volatility", "0.0000000000");
    JsonNode ruin = figures("\"returns\":[0.1,-1,0.2],\"benchmark\":[0.1,0.1,0.1]");
    assertPrinted(ruin, "maxDrawdown", "-1.0000000000");
    assertPrinted(ruin, "annualReturn", "-1.0000000000");
    assertThat(ruin.get("stability").asText()).isEqualTo("NaN");
  }

  /** empyrical, flat_line_1_tz: a thousand days of 1 %. */
  @Property(tries = 60)
  void manyEqualReturnsHaveNoRiskWhateverTheyAre(
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double each,
      @ForAll @IntRange(min = 2, max = 1000) int n) {
    double[] flat = new double[n];
    double[] swinging = new double[n];
    for (int i = 0; i < n; i++) {
      flat[i] = each;
      swinging[i] = 0.01 * (i % 3);
    }
    String market = ",\"benchmark\":" + json(swinging);
    JsonNode figures = figures("\"returns\":" + json(flat) + market);
    assertThat(figures.get("annualVolatility").asDouble()).isZero();
    for (String name : new String[] {"sharpe", "skewness", "kurtosis", "correlation", "kelly"}) {
      assertThat(figures.get(name).asText()).as(name).isEqualTo("NaN");
    }
    market = ",\"benchmark\":" + json(flat);
    figures = figures("\"returns\":" + json(swinging) + market);
    assertThat(figures.get("beta").asText()).isEqualTo("NaN");
  }

  @Property(tries = 100)
  void risksAddUpAndTheMarketIsItsOwnBenchmark(
      @ForAll @Size(min = 3, max = 60) List<@DoubleRange(min = -0.2, max = 0.3) Double> drawn) {
    double[] returns = drawn.stream().mapToDouble(Double::doubleValue).toArray();
    double[] market = new double[returns.length];
    for (int i = 0; i < market.length; i++) {
      market[i] = 0.5 * returns[(i + 1) % returns.length] + 0.3 * returns[i] + 0.001 * i;
    }
    JsonNode figures = figures("\"returns\":" + json(returns) + ",\"benchmark\":" + json(market));
    assertThat(figures.get("totalRisk").asDouble())
        .isCloseTo(figures.get("annualVolatility").asDouble(), within(1e-9));
    assertThat(figures.get("totalRiskPopulation").asDouble())
        .isCloseTo(figures.get("annualVolatilityPopulation").asDouble(), within(1e-9));
    assertThat(figures.get("maxDrawdown").asDouble()).isBetween(-1.0, 0.0);
    assertThat(figures.get("ulcerIndex").asDouble())
        .isGreaterThanOrEqualTo(figures.get("painIndex").asDouble() - 1e-12);
    JsonNode own = figures("\"returns\":" + json(market) + ",\"benchmark\":" + json(market));
    assertThat(own.get("beta").asDouble()).isCloseTo(1, within(1e-9));
    assertThat(own.get("jensenAlpha").asDouble()).isCloseTo(0, within(1e-6));
    assertThat(own.get("trackingError").asDouble()).isZero();
    assertThat(own.get("informationRatio").asText()).isEqualTo("NaN");
  }

  private static String json(double[] numbers) {
    return java.util.Arrays.toString(numbers);
  }

  @Test
  void withABenchmarkEveryFigureIsComputed() {
    JsonNode figures = figures(BACON);
    for (RecordComponent component : Statistics.class.getRecordComponents()) {
      assertThat(figures.get(component.getName()).asText())
          .as(component.getName())
          .isNotEqualTo("NaN");
    }
  }

  @Test
  void aSeriesBesideTheReturnsMustBeAsLong() {
    assertThatThrownBy(() -> figures("\"returns\":[0.1,0.2],\"benchmark\":[0.1]"))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("benchmark");
              assertThat(refused.value()).isEqualTo("1 numbers");
              assertThat(refused.rule()).isEqualTo("must be as long as returns, 2");
            });
    assertThatThrownBy(() -> figures("\"returns\":[null,null]"))
        .hasMessage("returns must have a number, was 'only nulls'");
    assertThatThrownBy(() -> figures("\"returns\":[-1.5]"))
        .hasMessage("returns[0] must be a finite number at least -1, was '-1.5'");
  }
}

package io.ratel.quant.risk.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.risk.Asking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
  private static JsonNode figures(String name, String question) {
    return Asking.figures(Asking.named(Coverage.functions(), "risk/" + name), question);
  }

  /** MathWorks, varbacktest of an equity index: pof, bin and tuff of Normal95. */
  @ParameterizedTest
  @CsvSource({
    "likelihoodRatio, 0.46147",
    "pValue, 0.49694",
    "z, 0.68905",
    "zPValue, 0.49079",
    "firstLikelihoodRatio, 1.7354",
    "firstPValue, 0.18773",
  })
  void theProportionIsAsPrinted(String name, double printed) {
    JsonNode figures =
        figures(
            "kupiec",
            "{\"observations\":1043,\"exceptions\":57,\"probability\":0.05,"
                + "\"firstException\":58}");
    assertThat(figures.get(name).asDouble()).isCloseTo(printed, offset(6e-5));
    assertThat(figures.get("rejected").asBoolean()).isFalse();
    assertThat(figures.get("zone").asText()).isEqualTo("green");
    assertThat(figures.get("criticalValue").asDouble()).isCloseTo(3.8415, offset(5e-5));
  }

  /** P. Kupiec (1995): of 255 days at 1 % fewer than 7 exceptions are not rejected. */
  @ParameterizedTest
  @CsvSource({
    "255, 0.01, 6, false",
    "255, 0.01, 7, true",
    "1000, 0.05, 37, true",
    "1000, 0.05, 38, false",
    "1000, 0.05, 64, false",
    "1000, 0.05, 65, true"
  })
  void rejectionsAreKupiecsTable(String days, String p, String exceptions, boolean rejected) {
    JsonNode figures =
        figures(
            "kupiec",
            "{\"observations\":"
                + days
                + ",\"exceptions\":"
                + exceptions
                + ",\"probability\":"
                + p
                + "}");
    assertThat(figures.get("rejected").asBoolean()).isEqualTo(rejected);
  }

  /** Basel committee (1996): 250 days at 1 %; up to 4 green, from 10 red. */
  @ParameterizedTest
  @CsvSource({
    "0, green, 0.0811",
    "4, green, 0.8922",
    "5, yellow, 0.9588",
    "9, yellow, 0.9997",
    "10, red, 0.9999"
  })
  void zonesAreBasels(String exceptions, String zone, double cumulative) {
    JsonNode figures =
        figures(
            "kupiec",
            "{\"observations\":250,\"probability\":0.01,\"exceptions\":" + exceptions + "}");
    assertThat(figures.get("zone").asText()).isEqualTo(zone);
    assertThat(figures.get("cumulativeProbability").asDouble()).isCloseTo(cumulative, offset(6e-5));
  }

  /** MathWorks, varbacktest of an equity index: cc of Normal95. */
  @ParameterizedTest
  @CsvSource({
    "independenceLikelihoodRatio, 0.25866", "independencePValue, 0.61104",
    "unconditionalLikelihoodRatio, 0.46147", "unconditionalPValue, 0.49694",
    "likelihoodRatio, 0.72013", "pValue, 0.69763",
  })
  void conditionalCoverageIsAsPrinted(String name, double printed) {
    JsonNode figures =
        figures(
            "christoffersen",
            "{\"transitions\":[932,53,53,4],\"observations\":1043,\"exceptions\":57}");
    assertThat(figures.get(name).asDouble()).isCloseTo(printed, offset(5e-6));
  }

  @Test
  void transitionsAreCountedFromTheSequence() {
    JsonNode figures =
        figures("christoffersen", "{\"hits\":[0,0,1,1,0,0,0,1,0,0],\"probability\":0.1}");
    assertThat(figures.get("n00").asInt()).isEqualTo(4);
    assertThat(figures.get("n01").asInt()).isEqualTo(2);
    assertThat(figures.get("n10").asInt()).isEqualTo(2);
    assertThat(figures.get("n11").asInt()).isEqualTo(1);
    assertThat(figures.get("unconditionalLikelihoodRatio").asDouble())
        .isEqualTo(Likelihood.proportion(0.1, 3, 10));
    assertThat(figures.get("likelihoodRatio").asDouble())
        .isCloseTo(
            figures.get("independenceLikelihoodRatio").asDouble()
                + figures.get("unconditionalLikelihoodRatio").asDouble(),
            within(1e-15));
  }

  @Test
  void withoutExceptionsNothingIsDividedByNothing() {
    assertThat(
            figures("kupiec", "{\"observations\":100,\"exceptions\":0}")
                .get("likelihoodRatio")
                .asDouble())
        .isCloseTo(-200 * Math.log(0.95), within(1e-12));
    JsonNode none = figures("christoffersen", "{\"hits\":[0,0,0,0]}");
    assertThat(none.get("independenceLikelihoodRatio").asDouble()).isZero();
    assertThat(none.get("independencePValue").asDouble()).isOne();
    assertThat(Likelihood.proportion(0.5, 7, 7)).isCloseTo(14 * Math.log(2), within(1e-12));
  }

  @Test
  void countsMustBePossible() {
    assertThatThrownBy(() -> figures("kupiec", "{\"observations\":10,\"exceptions\":11}"))
        .hasMessage("exceptions must not be more than observations, was '11'");
    assertThatThrownBy(() -> figures("christoffersen", "{\"hits\":[0,0.5]}"))
        .hasMessage("hits[1] must be 0 or 1, was '0.5'");
    assertThatThrownBy(
            () -> figures("kupiec", "{\"observations\":9,\"exceptions\":3,\"firstException\":8}"))
        .hasMessage("firstException must be at most 7, for all exceptions to follow, was '8'");
    assertThatThrownBy(
            () -> figures("kupiec", "{\"observations\":9,\"exceptions\":0,\"firstException\":1}"))
        .hasMessage("firstException must be left out without exceptions, was '1'");
    assertThatThrownBy(() -> figures("christoffersen", "{\"hits\":[0,1],\"observations\":1000}"))
        .hasMessage("observations must be left out, was 'given with hits'");
    assertThatThrownBy(() -> figures("christoffersen", "{\"transitions\":[9,1.5,1,0]}"))
        .hasMessage("transitions[1] must be a whole number, was '1.5'");
    assertThatThrownBy(() -> figures("christoffersen", "{}"))
        .hasMessage("hits must be given, or transitions, was 'left out'");
  }
}

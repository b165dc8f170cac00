package io.ratel.quant.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.risk.Asking;
import org.junit.jupiter.api.Test;

class DecompositionTest {
  private static final QuantFunction<?, ?> DECOMPOSE =
      Asking.named(Decomposition.functions(), "risk/decompose");

  private static JsonNode figures(String question) {
    return Asking.figures(DECOMPOSE, "{" + question + "}");
  }

  /** S. Maillard, T. Roncalli and J. Teïletche (2010): every asset adds .0257335. */
  @Test
  void thePortfolioOfEqualRisksAddsEqualRisks() {
    JsonNode figures =
        figures(
            "\"weights\":[0.3836125,0.1918063,0.2426179,0.1819634],\"covariance\":"
                + "[[0.01,0.016,0,0],[0.016,0.04,0,0],[0,0,0.09,-0.06],[0,0,-0.06,0.16]]");
    for (JsonNode component : figures.get("component")) {
      assertThat(component.asDouble()).isCloseTo(0.0257335, offset(5e-8));
    }
    assertThat(figures.get("volatility").asDouble()).isCloseTo(4 * 0.0257335, offset(2e-7));
    assertThat(figures.get("effectiveRisks").asDouble()).isCloseTo(4, offset(1e-6));
    assertThat(figures.get("specificComponent").asText()).isEqualTo("NaN");
  }

  @Test
  void factorsAndTheRestAddUpToTheVolatilityOfTheWholeCovariance() {
    String factors =
        "\"weights\":[0.5,0.3,0.2],\"exposures\":[[1,0.2],[0.8,-0.1],[1.2,0.5]],"
            + "\"factorCovariance\":[[0.04,0.01],[0.01,0.09]],\"specificRisk\":[0.1,0.2,0.15]";
    JsonNode figures = figures(factors);
    double volatility = figures.get("volatility").asDouble();
    double sum = figures.get("specificComponent").asDouble();
    for (JsonNode component : figures.get("factorComponents")) {
      sum += component.asDouble();
    }
    assertThat(sum).isCloseTo(volatility, within(1e-15));
    double assets = 0;
    for (JsonNode component : figures.get("component")) {
      assets += component.asDouble();
    }
    assertThat(assets).isCloseTo(volatility, within(1e-15));
    assertThat(figures.get("factorExposures").get(0).asDouble()).isCloseTo(0.98, within(1e-15));
    double variance =
        0.98 * 0.98 * 0.04 + 2 * 0.98 * 0.17 * 0.01 + 0.17 * 0.17 * 0.09 + 0.0025 + 0.0036 + 0.0009;
    assertThat(figures.get("variance").asDouble()).isCloseTo(variance, within(1e-15));
  }

  @Test
  void halfAFactorModelIsRefused() {
    assertThatThrownBy(() -> figures("\"weights\":[1],\"exposures\":[[1]]"))
        .hasMessage("factorCovariance must be given with exposures, was 'left out'");
    assertThatThrownBy(() -> figures("\"weights\":[1],\"covariance\":[[1]],\"specificRisk\":[1]"))
        .hasMessage("specificRisk must be left out, was 'given with covariance'");
    assertThatThrownBy(() -> figures("\"weights\":[1,1],\"covariance\":[[1,2],[2,1]]"))
        .hasMessageStartingWith("covariance must be positive semi-definite");
    assertThatThrownBy(() -> figures("\"weights\":[1]"))
        .hasMessageStartingWith("covariance must be given, or exposures");
  }
}

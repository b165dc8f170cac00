package io.ratel.quant.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.quant.function.Progress;
import io.ratel.quant.rate.Asked;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GarchFitTest {
  private static GarchFitFunction.Answer fit(double[] returns, boolean mean, boolean targeted) {
    return GarchFitFunction.compute(
        new GarchFitFunction.Question(Optional.of(returns), Optional.empty(), mean, targeted, 252),
        Progress.NONE);
  }

  private static double[] simulated(
      double omega, double alpha, double beta, int length, long seed) {
    Random chance = new Random(seed);
    double[] returns = new double[length];
    double variance = omega / (1 - alpha - beta);
    for (int i = -500; i < length; i++) {
      double shock = Math.sqrt(variance) * chance.nextGaussian();
      if (i >= 0) {
        returns[i] = shock;
      }
      variance = omega + alpha * shock * shock + beta * variance;
    }
    return returns;
  }

  /** Fiorentini, Calzolari and Panattoni (1996): parameters, errors by the Hessian, likelihood. */
  @Test
  void theBenchmarkIsMet() {
    double[] returns =
        Arrays.stream(MarkPound.returns().split(",")).mapToDouble(Double::parseDouble).toArray();
    assertThat(returns).hasSize(1974);
    GarchFitFunction.Answer fit = fit(returns, true, false);
    assertThat(fit.mean()).isCloseTo(-0.00619041, offset(5e-9));
    assertThat(fit.omega()).isCloseTo(0.0107613, offset(1.5e-7));
    assertThat(fit.alpha()).isCloseTo(0.153134, offset(5e-7));
    assertThat(fit.beta()).isCloseTo(0.805974, offset(5e-7));
    assertThat(fit.logLikelihood()).isCloseTo(-1106.60788, offset(5e-6));
    assertThat(fit.standardErrors()[0]).isCloseTo(0.00846212, offset(5e-7));
    assertThat(fit.standardErrors()[1]).isCloseTo(0.00285271, offset(5e-8));
    assertThat(fit.standardErrors()[2]).isCloseTo(0.0265228, offset(5e-7));
    assertThat(fit.standardErrors()[3]).isCloseTo(0.0335527, offset(5e-7));
    GarchFitFunction.Answer targeted = fit(returns, true, true);
    assertThat(targeted.logLikelihood()).isBetween(fit.logLikelihood() - 5, fit.logLikelihood());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSimulatedProcessIsFoundWithinItsErrors(long seed) {
    double[] process = {2e-6, 0.08, 0.9};
    GarchFitFunction.Answer fit =
        fit(simulated(process[0], process[1], process[2], 8_000, seed), false, false);
    double[] found = {fit.omega(), fit.alpha(), fit.beta()};
    for (int i = 0; i < 3; i++) {
      double error = fit.standardErrors()[i + 1];
      assertThat(error).isBetween(0.0, 0.5 * process[i]);
      assertThat(found[i]).as("seed " + seed).isCloseTo(process[i], offset(4 * error));
    }
    assertThat(fit.variances()).hasSize(8_000);
  }

  /** Whatever the unit of the returns, the process is the same. */
  @Test
  void theUnitDoesNotMatter() {
    double[] returns = simulated(2e-6, 0.1, 0.85, 2_000, 7);
    double[] percent = Arrays.stream(returns).map(r -> 100 * r).toArray();
    GarchFitFunction.Answer one = fit(returns, true, false);
    GarchFitFunction.Answer other = fit(percent, true, false);
    assertThat(other.alpha()).isCloseTo(one.alpha(), offset(1e-9));
    assertThat(other.omega()).isCloseTo(1e4 * one.omega(), offset(1e-9));
    assertThat(other.logLikelihood())
        .isCloseTo(one.logLikelihood() - 2_000 * Math.log(100), offset(1e-6));
  }

  @Test
  void varianceThatIsTargetedIsTheSamples() {
    double[] returns = simulated(2e-6, 0.1, 0.85, 2_000, 8);
    GarchFitFunction.Answer fit = fit(returns, false, true);
    double square = Arrays.stream(returns).map(r -> r * r).sum() / returns.length;
    assertThat(fit.longRunVariance()).isCloseTo(square, offset(1e-9 * square));
  }

  @Test
  void returnsWithoutMemoryHaveNoAlphaToSpeakOf() {
    Random chance = new Random(9);
    double[] returns = chance.doubles(3_000).map(x -> chance.nextGaussian() * 0.01).toArray();
    GarchFitFunction.Answer fit = fit(returns, false, false);
    assertThat(fit.alpha()).isBetween(0.0, 0.03);
    assertThat(fit.longRunVolatility()).isCloseTo(0.01, offset(1e-3));
  }

  @Test
  void itStopsWhenNobodyWantsItAnyMore() {
    assertThatThrownBy(
            () ->
                GarchFitFunction.compute(
                    new GarchFitFunction.Question(
                        Optional.of(simulated(2e-6, 0.1, 0.85, 500, 10)),
                        Optional.empty(),
                        true,
                        false,
                        252),
                    part -> {
                      if (part > 0.01) {
                        throw new Progress.CancelledException();
                      }
                    }))
        .isInstanceOf(Progress.CancelledException.class);
  }

  @Test
  void refusesReturnsThatDoNotMoveOrAreTooFew() {
    String zeros = "0,".repeat(59) + "0";
    Asked.refuses(
        Volatilities.functions(),
        "volatility/garch-fit",
        "{'returns':[" + zeros + "]}",
        "returns",
        "must vary");
    Asked.refuses(
        Volatilities.functions(),
        "volatility/garch-fit",
        "{'returns':[0.1,0.2]}",
        "returns",
        "at least 50");
  }
}

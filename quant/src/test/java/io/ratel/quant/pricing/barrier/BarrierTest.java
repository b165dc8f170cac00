package io.ratel.quant.pricing.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.opengamma.strata.pricer.impl.option.BlackBarrierPriceFormulaRepository;
import com.opengamma.strata.product.option.BarrierType;
import com.opengamma.strata.product.option.KnockType;
import com.opengamma.strata.product.option.SimpleConstantContinuousBarrier;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.Valuation;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarrierTest {
  private static double price(
      BarrierKind kind, OptionType type, double h, double rebate, double k, double s, double v) {
    return ReinerRubinstein.price(kind, type.sign(), k, s, 0.04, 0.08, 0.5, v, h, rebate);
  }

  /** E. G. Haug, Option Pricing Formulas (1998), p. 72; spot 100, rebate 3. */
  @ParameterizedTest
  @CsvSource({
    "DOWN_OUT, CALL, 95.0, 90.0, 0.25, 9.0246",
    "DOWN_OUT, CALL, 95.0, 110.0, 0.25, 4.8759",
    "DOWN_OUT, CALL, 100.0, 100.0, 0.25, 3.0",
    "UP_OUT, CALL, 105.0, 90.0, 0.25, 2.6789",
    "UP_OUT, CALL, 105.0, 110.0, 0.25, 2.3453",
    "DOWN_IN, CALL, 95.0, 100.0, 0.25, 4.0109",
    "DOWN_IN, CALL, 100.0, 90.0, 0.25, 13.8333",
    "DOWN_IN, CALL, 100.0, 110.0, 0.25, 3.9795",
    "UP_IN, CALL, 105.0, 100.0, 0.25, 8.4482",
    "DOWN_OUT, CALL, 95.0, 90.0, 0.3, 8.8334",
    "DOWN_OUT, CALL, 95.0, 110.0, 0.3, 5.4137",
    "DOWN_OUT, CALL, 100.0, 100.0, 0.3, 3.0",
    "UP_OUT, CALL, 105.0, 90.0, 0.3, 2.6341",
    "UP_OUT, CALL, 105.0, 110.0, 0.3, 2.4315",
    "DOWN_IN, CALL, 95.0, 100.0, 0.3, 5.137",
    "DOWN_IN, CALL, 100.0, 90.0, 0.3, 14.8816",
    "DOWN_IN, CALL, 100.0, 110.0, 0.3, 5.3043",
    "UP_IN, CALL, 105.0, 100.0, 0.3, 9.7278",
    "DOWN_OUT, PUT, 95.0, 90.0, 0.25, 2.2798",
    "DOWN_OUT, PUT, 95.0, 110.0, 0.25, 2.6252",
    "DOWN_OUT, PUT, 100.0, 100.0, 0.25, 3.0",
    "UP_OUT, PUT, 105.0, 90.0, 0.25, 3.776",
    "UP_OUT, PUT, 105.0, 110.0, 0.25, 7.5187",
    "DOWN_IN, PUT, 95.0, 100.0, 0.25, 6.5677",
    "DOWN_IN, PUT, 100.0, 90.0, 0.25, 2.2845",
    "DOWN_IN, PUT, 100.0, 110.0, 0.25, 11.6465",
    "UP_IN, PUT, 105.0, 100.0, 0.25, 3.3721",
    "DOWN_OUT, PUT, 95.0, 90.0, 0.3, 2.417",
    "DOWN_OUT, PUT, 95.0, 110.0, 0.3, 2.6246",
    "DOWN_OUT, PUT, 100.0, 100.0, 0.3, 3.0",
    "UP_OUT, PUT, 105.0, 90.0, 0.3, 4.2293",
    "UP_OUT, PUT, 105.0, 110.0, 0.3, 7.5649",
    "DOWN_IN, PUT, 95.0, 100.0, 0.3, 7.7989",
    "DOWN_IN, PUT, 100.0, 90.0, 0.3, 3.3328",
    "DOWN_IN, PUT, 100.0, 110.0, 0.3, 12.9713",
    "UP_IN, PUT, 105.0, 100.0, 0.3, 4.4226"
  })
  void pricesAreHaugs(
      BarrierKind kind, OptionType type, double barrier, double strike, double v, double haug) {
    assertThat(price(kind, type, barrier, 3, strike, 100, v)).isCloseTo(haug, offset(1e-4));
  }

  @Property
  void whatGoesOutAndWhatGoesInMakeTheVanilla(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 50, max = 150) double strike,
      @ForAll @DoubleRange(min = 60, max = 140) double barrier,
      @ForAll @DoubleRange(min = 0.02, max = 1) double v) {
    boolean down = barrier < 100;
    BarrierKind out = down ? BarrierKind.DOWN_OUT : BarrierKind.UP_OUT;
    BarrierKind in = down ? BarrierKind.DOWN_IN : BarrierKind.UP_IN;
    double vanilla = BlackScholes.price(type.sign(), strike, 100, 0.04, 0.08, 0.5, v);
    assertThat(
            price(out, type, barrier, 0, strike, 100, v)
                + price(in, type, barrier, 0, strike, 100, v))
        .isCloseTo(vanilla, offset(1e-11));
    assertThat(price(out, type, barrier, 0, strike, 100, v)).isBetween(0.0, vanilla + 1e-12);
  }

  @Property(tries = 300)
  void agreesWithStrata(
      @ForAll OptionType type,
      @ForAll BarrierKind kind,
      @ForAll @DoubleRange(min = 60, max = 140) double strike,
      @ForAll @DoubleRange(min = 0.03, max = 0.3) double distance,
      @ForAll @DoubleRange(min = -0.05, max = 0.1) double carry,
      @ForAll @DoubleRange(min = 0.05, max = 0.8) double v) {
    double barrier = 100 * (kind.isDown() ? 1 - distance : 1 + distance);
    double theirs =
        new BlackBarrierPriceFormulaRepository()
            .price(
                100,
                strike,
                1.5,
                carry,
                0.05,
                v,
                type == OptionType.CALL,
                SimpleConstantContinuousBarrier.of(
                    kind.isDown() ? BarrierType.DOWN : BarrierType.UP,
                    kind.isOut() ? KnockType.KNOCK_OUT : KnockType.KNOCK_IN,
                    barrier));
    double ours =
        ReinerRubinstein.price(
            kind, type.sign(), strike, 100, 0.05 - carry, 0.05, 1.5, v, barrier, 0);
    assertThat(ours).isCloseTo(theirs, offset(1e-9));
  }

  /** A coin at the hit or at expiry is a coin: with no rate, their two values make one. */
  @Property
  void aRebateIsPaidOnceWhateverTheKind(
      @ForAll @DoubleRange(min = 50, max = 99) double barrier,
      @ForAll @DoubleRange(min = 0.05, max = 0.5) double v) {
    double hit = ReinerRubinstein.price(BarrierKind.DOWN_OUT, 1, 1e9, 100, 0, 0, 1, v, barrier, 1);
    double missed =
        ReinerRubinstein.price(BarrierKind.DOWN_IN, 1, 1e9, 100, 0, 0, 1, v, barrier, 1);
    assertThat(hit + missed).isCloseTo(1, offset(1e-12));
  }

  @Test
  void aVeryNegativeRateHasARebateToo() {
    // Where the exponent is still real, both ways of computing must meet.
    double real =
        ReinerRubinstein.price(BarrierKind.DOWN_OUT, 1, 1e9, 100, 0, -0.0199, 1, 0.4, 90, 1);
    double complex =
        ReinerRubinstein.price(BarrierKind.DOWN_OUT, 1, 1e9, 100, -0.0999, -0.02, 1, 0.4, 90, 1);
    assertThat(real).isBetween(0.7, 1.02);
    assertThat(complex).isBetween(0.5, 1.02);
    double below = complexRebate(-0.1 - 1e-7);
    double above = complexRebate(-0.1 + 1e-7);
    assertThat(below).isCloseTo(above, offset(1e-6));
  }

  /** With carry half the variance the exponent turns complex where the rate turns negative. */
  private static double complexRebate(double shifted) {
    double rate = shifted + 0.1;
    return ReinerRubinstein.price(
        BarrierKind.DOWN_OUT, 1, 1e9, 100, rate - 0.08, rate, 1, 0.4, 90, 1);
  }

  private static BarrierOption option(
      BarrierKind kind, double barrier, double v, Optional<Double> perYear) {
    return new BarrierOption(
        OptionType.CALL, kind, barrier, 3, 100, 100, 0.04, 0.08, 0.5, v, perYear);
  }

  @Test
  void whatIsTouchedIsOverOrAVanilla() {
    assertThat(option(BarrierKind.DOWN_OUT, 105, 0.25, Optional.empty()).value().price())
        .isEqualTo(3);
    Valuation in = option(BarrierKind.UP_IN, 95, 0.25, Optional.empty()).value();
    var vanilla = BlackScholes.greeks(1, 100, 100, 0.04, 0.08, 0.5, 0.25);
    assertThat(in.price()).isEqualTo(vanilla.price());
    assertThat(in.delta()).isCloseTo(vanilla.delta(), offset(1e-8));
    assertThat(in.gamma()).isCloseTo(vanilla.gamma(), offset(1e-7));
    assertThat(in.vega()).isCloseTo(vanilla.vega(), offset(1e-6));
    assertThat(in.theta()).isCloseTo(vanilla.theta(), offset(1e-6));
    assertThat(in.rho()).isCloseTo(vanilla.rho(), offset(1e-6));
    assertThat(in.dividendRho()).isCloseTo(vanilla.dividendRho(), offset(1e-6));
  }

  @Test
  void withoutChanceThePathIsOneLine() {
    // From 100 it drifts up to 100·e^(0.02).
    assertThat(option(BarrierKind.UP_OUT, 101, 0, Optional.empty()).value().price())
        .isCloseTo(3 * Math.exp(-0.08 * Math.log(1.01) / 0.04), offset(1e-12));
    double forward = 100 * Math.exp(-0.02) - 100 * Math.exp(-0.04);
    assertThat(option(BarrierKind.UP_OUT, 103, 0, Optional.empty()).value().price())
        .isCloseTo(forward, offset(1e-12));
    assertThat(option(BarrierKind.DOWN_IN, 99, 0, Optional.empty()).value().price())
        .isCloseTo(3 * Math.exp(-0.04), offset(1e-12));
  }

  /** The slow twin: fifty looks at a simulated price in a fifth of a year. */
  @ParameterizedTest
  @CsvSource({"85", "90", "95"})
  void lookingNowAndThenMovesTheBarrier(double barrier) {
    BarrierOption rare =
        new BarrierOption(
            OptionType.CALL,
            BarrierKind.DOWN_OUT,
            barrier,
            0,
            100,
            100,
            0,
            0.1,
            0.2,
            0.3,
            Optional.of(250.0));
    SplittableRandom random = new SplittableRandom(3);
    double step = 0.3 * Math.sqrt(0.004);
    double sum = 0;
    int paths = 100_000;
    for (int path = 0; path < paths; path++) {
      double log = Math.log(100);
      boolean alive = true;
      for (int i = 0; i < 50 && alive; i++) {
        log += (0.1 - 0.045) * 0.004 + step * random.nextGaussian();
        alive = log > Math.log(barrier);
      }
      sum += alive ? Math.max(0, Math.exp(log) - 100) : 0;
    }
    assertThat(rare.value().price()).isCloseTo(Math.exp(-0.02) * sum / paths, offset(0.08));
  }

  @Test
  void aDistantBarrierDoesNotOverflow() {
    for (BarrierKind kind : BarrierKind.values()) {
      double barrier = kind.isDown() ? 1e-6 : 1e6;
      double value = ReinerRubinstein.price(kind, 1, 100, 100, 0.02, 0.3, 1, 0.01, barrier, 1);
      assertThat(value).isNotNaN().isBetween(0.0, 100.0);
    }
  }
}

package io.ratel.quant.pricing.exotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.Valuation;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookbackTest {
  /**
   * Haug, Option Pricing Formulas (1998), pp. 61-62; M. Broadie, P. Glasserman and S. Kou,
   * Connecting discrete and continuous path-dependent options (1999), pp. 70-74.
   */
  @ParameterizedTest
  @CsvSource({
    "CALL, 100, 120, 0.06, 0.1, 0.5, 0.3, 25.3533",
    "CALL, 100, 100, 0, 0.05, 1, 0.3, 23.7884",
    "CALL, 100, 100, 0, 0.05, 0.2, 0.3, 10.7190",
    "CALL, 100, 110, 0, 0.05, 0.2, 0.3, 14.4597",
    "PUT, 100, 100, 0, 0.1, 0.5, 0.3, 15.3526",
    "PUT, 110, 100, 0, 0.1, 0.5, 0.3, 16.8468",
    "PUT, 120, 100, 0, 0.1, 0.5, 0.3, 21.0645",
    "CALL, 90, 100, 0.05, 0.05, 1, 0.3, 21.817075601551579",
    "PUT, 110, 100, 0.05, 0.05, 1, 0.3, 26.407720137984153",
  })
  void floatingOnesAreThePrinted(
      OptionType type, double extreme, double s, double q, double r, double t, double v, String p) {
    assertThat(Lookback.floating(type.sign(), extreme, s, q, r, t, v))
        .isCloseTo(Double.parseDouble(p), offset(p.length() > 9 ? 1e-9 : 1e-4));
  }

  /** Haug (1998), pp. 63-64; without carry QuantLib's limits in fifty digits. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 95, 100, 0, 0.1, 0.5, 0.1, 13.2687",
    "CALL, 95, 100, 0, 0.1, 0.5, 0.3, 24.9857",
    "CALL, 100, 100, 0, 0.1, 0.5, 0.2, 14.1702",
    "CALL, 105, 100, 0, 0.1, 0.5, 0.1, 4.3908",
    "CALL, 105, 100, 0, 0.1, 1, 0.3, 25.9002",
    "CALL, 100, 100, 0, 0.1, 1, 0.2, 21.5489",
    "PUT, 95, 100, 0, 0.1, 0.5, 0.1, 0.6899",
    "PUT, 100, 100, 0, 0.1, 0.5, 0.2, 8.3177",
    "PUT, 105, 100, 0, 0.1, 0.5, 0.3, 17.9140",
    "PUT, 95, 100, 0, 0.1, 1, 0.3, 12.2376",
    "PUT, 105, 100, 0, 0.1, 1, 0.1, 8.3321",
    "CALL, 95, 110, 0.05, 0.05, 1, 0.3, 31.163867260487723",
    "CALL, 105, 100, 0.05, 0.05, 1, 0.3, 20.604933499041011",
    "PUT, 105, 90, 0.05, 0.05, 1, 0.3, 26.573222724055149",
    "PUT, 95, 100, 0.05, 0.05, 1, 0.3, 16.226584162874658",
  })
  void fixedOnesAreThePrinted(
      OptionType type, double k, double extreme, double q, double r, double t, double v, String p) {
    assertThat(Lookback.fixed(type.sign(), k, extreme, 100, q, r, t, v))
        .isCloseTo(Double.parseDouble(p), offset(p.length() > 9 ? 1e-9 : 1e-4));
  }

  /** Haug, The Complete Guide to Option Pricing Formulas (2007), p. 146: looking ends early. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 90, 0.1, 0.25, 8.6524",
    "CALL, 90, 0.1, 0.75, 9.5567",
    "CALL, 110, 0.2, 0.5, 17.737",
    "CALL, 90, 0.3, 0.75, 20.8493",
    "CALL, 110, 0.3, 0.25, 21.9793",
    "PUT, 90, 0.1, 0.25, 2.7189",
    "PUT, 90, 0.2, 0.75, 11.0362",
    "PUT, 110, 0.2, 0.5, 11.7119",
    "PUT, 90, 0.3, 0.5, 16.1495",
    "PUT, 110, 0.3, 0.75, 22.4976",
  })
  void partialFloatingOnesAreHaugs(
      OptionType type, double spot, double v, double end, double price) {
    assertThat(PartialLookback.floating(type.sign(), spot, 1, spot, 0, 0.06, 1, v, end))
        .isCloseTo(price, offset(1e-4));
  }

  /** Haug (2007), p. 148: looking begins late. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 90, 0.1, 0.25, 20.2845",
    "CALL, 110, 0.1, 0.75, 3.7015",
    "CALL, 110, 0.2, 0.5, 10.8995",
    "CALL, 90, 0.3, 0.75, 29.1473",
    "PUT, 90, 0.1, 0.25, 0.4973",
    "PUT, 110, 0.2, 0.5, 16.9433",
    "PUT, 90, 0.3, 0.75, 7.9267",
    "PUT, 110, 0.3, 0.25, 25.2112",
  })
  void partialFixedOnesAreHaugs(
      OptionType type, double strike, double v, double start, double price) {
    assertThat(PartialLookback.fixed(type.sign(), strike, 100, 0, 0.06, 1, v, start))
        .isCloseTo(price, offset(1e-4));
  }

  @Property(tries = 20)
  void lookingAllTheTimeIsThePlainLookback(
      @ForAll OptionType type, @ForAll @DoubleRange(min = 0.1, max = 0.6) double v) {
    double extreme = 100 - 5 * type.sign();
    assertThat(PartialLookback.floating(type.sign(), extreme, 1, 100, 0.02, 0.06, 1, v, 1 - 1e-9))
        .isCloseTo(Lookback.floating(type.sign(), extreme, 100, 0.02, 0.06, 1, v), offset(1e-5));
    assertThat(PartialLookback.fixed(type.sign(), extreme, 100, 0.02, 0.06, 1, v, 1e-9))
        .isCloseTo(Lookback.fixed(type.sign(), extreme, 100, 100, 0.02, 0.06, 1, v), offset(1e-5));
  }

  @Test
  void partsOfTheTimeFitTheStrike() {
    Optional<Double> none = Optional.empty();
    Optional<Double> half = Optional.of(0.5);
    LookbackOption partial =
        new LookbackOption(OptionType.CALL, none, none, none, 90, 0, 0.06, 1, 0.1, half, none, 1);
    assertThat(partial.value().price()).isCloseTo(9.2128, offset(5e-5));
    assertThat(partial.value().delta()).isCloseTo(9.2128 / 90, offset(5e-3));
    assertThatThrownBy(
            () ->
                new LookbackOption(
                    OptionType.CALL, none, none, none, 90, 0, 0.06, 1, 0.1, none, half, 1))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("lookbackStart");
              assertThat(refused.rule()).isEqualTo("must be left out unless the strike is fixed");
            });
  }

  @Property
  void itIsSmoothWhereTheCarryVanishes(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 0.1, max = 1) double v,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double away) {
    double extreme = type == OptionType.CALL ? 100 * away : 100 / away;
    // The second difference over the seams of the cubic shows no step.
    double h = 4e-3 * v * v;
    double[] at = new double[5];
    for (int i = 0; i < 5; i++) {
      double carry = (i - 2) * h;
      at[i] = Lookback.floating(type.sign(), extreme, 100, 0.05 - carry, 0.05, 1, v);
    }
    double fourth = at[0] - 4 * at[1] + 6 * at[2] - 4 * at[3] + at[4];
    assertThat(fourth).isCloseTo(0, offset(2e-5 * v));
  }

  @Test
  void withoutChanceItIsTheForwardsExtreme() {
    assertThat(Lookback.floating(1, 100, 100, 0, 0.05, 1, 0))
        .isCloseTo(100 - 100 * Math.exp(-0.05), offset(1e-12));
    assertThat(Lookback.fixed(1, 100, 100, 100, 0, 0.05, 1, 0))
        .isCloseTo(100 - 100 * Math.exp(-0.05), offset(1e-12));
    assertThat(Lookback.fixed(-1, 110, 100, 100, 0, 0.05, 0, 0.3)).isEqualTo(10);
  }

  private static LookbackOption option(
      OptionType type, Optional<Double> strike, Optional<Double> low, Optional<Double> high) {
    return new LookbackOption(
        type, strike, low, high, 100, 0, 0.05, 1, 0.3, Optional.empty(), Optional.empty(), 1);
  }

  @Test
  void anExtremeThatIsLeftOutIsTheSpot() {
    Optional<Double> none = Optional.empty();
    Valuation call = option(OptionType.CALL, none, none, none).value();
    assertThat(call.price()).isCloseTo(23.7884, offset(5e-5));
    // A new lookback is proportional to the spot.
    assertThat(option(OptionType.CALL, none, Optional.of(95.0), none).value().delta())
        .isBetween(0.0, 1.0);
    assertThat(option(OptionType.CALL, Optional.of(95.0), none, none).value().price())
        .isEqualTo(Lookback.fixed(1, 95, 100, 100, 0, 0.05, 1, 0.3));
  }

  @Test
  void anExtremeThatTheSpotHasPassedIsRefused() {
    Optional<Double> none = Optional.empty();
    assertThatThrownBy(() -> option(OptionType.CALL, none, Optional.of(101.0), none))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("minimum");
              assertThat(refused.rule()).isEqualTo("must be at most spot, 100.0");
            });
    assertThatThrownBy(() -> option(OptionType.PUT, none, none, Optional.of(99.0)))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> assertThat(refused.field()).isEqualTo("maximum"));
  }

  /** Haug, The Complete Guide to Option Pricing Formulas (2007), pp. 174-176. */
  @Test
  void digitalsAndTheGapAreHaugs() {
    assertThat(10 * DigitalOption.cashOrNothing(-1, 80, 100, 0.06, 0.06, 0.75, 0.35))
        .isCloseTo(2.6710, offset(5e-5));
    assertThat(DigitalOption.assetOrNothing(-1, 65, 70, 0.05, 0.07, 0.5, 0.27))
        .isCloseTo(20.2069, offset(5e-5));
    GapOption gap = new GapOption(OptionType.CALL, 50, 57, 50, 0, 0.09, 0.5, 0.2);
    assertThat(gap.value().price()).isCloseTo(-0.0053, offset(5e-5));
  }

  @Property
  void theTwoSidesOfADigitalMakeTheBond(
      @ForAll @DoubleRange(min = 50, max = 150) double k,
      @ForAll @DoubleRange(min = 0, max = 1) double v) {
    double call = DigitalOption.cashOrNothing(1, k, 100, 0.02, 0.05, 2, v);
    double put = DigitalOption.cashOrNothing(-1, k, 100, 0.02, 0.05, 2, v);
    assertThat(call + put).isCloseTo(Math.exp(-0.1), offset(1e-14));
    double asset = DigitalOption.assetOrNothing(1, k, 100, 0.02, 0.05, 2, v);
    assertThat(asset - k * call)
        .isCloseTo(BlackScholes.price(1, k, 100, 0.02, 0.05, 2, v), offset(1e-10));
  }
}

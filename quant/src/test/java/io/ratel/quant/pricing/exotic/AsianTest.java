package io.ratel.quant.pricing.exotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Progress;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsianTest {
  private static final Optional<Integer> CONTINUOUS = Optional.empty();
  private static final Optional<Double> NONE = Optional.empty();

  /** What the cases differ in; the rest is common. */
  private record Case(
      OptionType type,
      Averaging averaging,
      Optional<Double> strike,
      double spot,
      double q,
      double r,
      double years,
      double v,
      Optional<Integer> fixings,
      Optional<Double> first) {
    AsianOption option(double average, int past, double elapsed, AsianMethod method) {
      return new AsianOption(
          type,
          averaging,
          strike,
          spot,
          q,
          r,
          years,
          v,
          fixings,
          first,
          Optional.of(average),
          past,
          elapsed,
          method,
          40_000,
          7);
    }

    double price() {
      return option(spot, 0, 0, AsianMethod.ANALYTIC).price(Progress.NONE).price();
    }
  }

  /** Haug (1998), pp. 96-97; L. Clewlow and C. Strickland, pp. 118-123. */
  @Test
  void geometricOnesAreThePrinted() {
    Case haug =
        new Case(
            OptionType.PUT,
            Averaging.GEOMETRIC,
            Optional.of(85.0),
            80,
            -0.03,
            0.05,
            0.25,
            0.2,
            CONTINUOUS,
            NONE);
    assertThat(haug.price()).isCloseTo(4.6922, offset(5e-5));
    Case clewlow =
        new Case(
            OptionType.CALL,
            Averaging.GEOMETRIC,
            Optional.of(100.0),
            100,
            0.03,
            0.06,
            1,
            0.2,
            Optional.of(10),
            NONE);
    assertThat(clewlow.price()).isCloseTo(5.3425606635, offset(5e-11));
  }

  /** Turnbull and Wakeman's moments in Haug's table: 26 weekly fixings, 20 %, no carry. */
  @ParameterizedTest
  @CsvSource({
    "80, 19.5152, 0.0090",
    "90, 10.1437, 0.3906",
    "100, 3.2700, 3.2700",
    "110, 0.5515, 10.3046",
    "120, 0.0479, 19.5541",
  })
  void arithmeticOnesAreTurnbullAndWakemans(double strike, double call, double put) {
    for (OptionType type : OptionType.values()) {
      Case weekly =
          new Case(
              type,
              Averaging.ARITHMETIC,
              Optional.of(strike),
              100,
              0.05,
              0.05,
              0.5,
              0.2,
              Optional.of(26),
              Optional.of(1.0 / 52));
      assertThat(weekly.price()).isCloseTo(type == OptionType.CALL ? call : put, offset(2.5e-3));
    }
  }

  /** E. Levy's continuous average, Haug (1998), pp. 99-100; days of 360, so many elapsed. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 6.8, 6.9, 0.09, 0.07, 0.14, 180, 0, 0.0944",
    "PUT, 6.8, 6.9, 0.09, 0.07, 0.14, 180, 0, 0.2237",
    "CALL, 100, 95, 0.05, 0.1, 0.15, 270, 0, 7.0544",
    "CALL, 100, 95, 0.05, 0.1, 0.15, 270, 90, 5.6731",
    "CALL, 100, 95, 0.05, 0.1, 0.15, 270, 180, 5.0806",
    "CALL, 100, 95, 0.05, 0.1, 0.35, 270, 90, 6.9705",
    "CALL, 100, 100, 0.05, 0.1, 0.35, 270, 0, 7.5038",
    "CALL, 100, 100, 0.05, 0.1, 0.15, 270, 180, 0.6722",
    "CALL, 100, 105, 0.05, 0.1, 0.35, 270, 90, 2.1359",
    "CALL, 100, 105, 0.05, 0.1, 0.15, 270, 180, 0.0004",
  })
  void continuousOnesAreLevys(
      OptionType type,
      double s,
      double k,
      double q,
      double r,
      double v,
      double length,
      double elapsed,
      double levy) {
    Case at =
        new Case(
            type,
            Averaging.ARITHMETIC,
            Optional.of(k),
            s,
            q,
            r,
            (length - elapsed) / 360,
            v,
            CONTINUOUS,
            NONE);
    double price =
        at.option(s, 0, elapsed / 360, AsianMethod.ANALYTIC).price(Progress.NONE).price();
    assertThat(price).isCloseTo(levy, offset(1e-4));
  }

  @Property
  void oneFixingAtExpiryIsAVanilla(
      @ForAll OptionType type,
      @ForAll Averaging averaging,
      @ForAll @DoubleRange(min = 80, max = 120) double k,
      @ForAll @DoubleRange(min = 0, max = 0.8) double v) {
    Case one =
        new Case(type, averaging, Optional.of(k), 100, 0.02, 0.05, 1, v, Optional.of(1), NONE);
    assertThat(one.price())
        .isCloseTo(BlackScholes.price(type.sign(), k, 100, 0.02, 0.05, 1, v), offset(1e-10));
  }

  @Property(tries = 50)
  void manyFixingsAreContinuous(
      @ForAll Averaging averaging, @ForAll @DoubleRange(min = 0.05, max = 0.6) double v) {
    Case many =
        new Case(
            OptionType.CALL,
            averaging,
            Optional.of(100.0),
            100,
            0.02,
            0.05,
            1,
            v,
            Optional.of(20_000),
            NONE);
    Case all =
        new Case(
            OptionType.CALL,
            averaging,
            Optional.of(100.0),
            100,
            0.02,
            0.05,
            1,
            v,
            CONTINUOUS,
            NONE);
    assertThat(many.price()).isCloseTo(all.price(), offset(2e-3));
  }

  @Test
  void simulationAgreesWithinItsError() {
    Case monthly =
        new Case(
            OptionType.CALL,
            Averaging.ARITHMETIC,
            Optional.of(100.0),
            100,
            0.02,
            0.05,
            1,
            0.2,
            Optional.of(12),
            NONE);
    AsianPrice simulated = monthly.option(100, 0, 0, AsianMethod.MONTE_CARLO).price(Progress.NONE);
    assertThat(simulated.standardError()).isBetween(1e-5, 4e-3);
    assertThat(simulated.price()).isCloseTo(monthly.price(), offset(0.02));
    assertThat(simulated)
        .isEqualTo(monthly.option(100, 0, 0, AsianMethod.MONTE_CARLO).price(Progress.NONE));
    AsianPrice seasoned = monthly.option(90, 6, 0, AsianMethod.MONTE_CARLO).price(Progress.NONE);
    assertThat(seasoned.price())
        .isCloseTo(
            monthly.option(90, 6, 0, AsianMethod.ANALYTIC).price(Progress.NONE).price(),
            offset(0.02));
    Case averageStrike =
        new Case(
            OptionType.CALL,
            Averaging.ARITHMETIC,
            Optional.empty(),
            100,
            0.02,
            0.05,
            1,
            0.2,
            Optional.of(12),
            NONE);
    assertThat(averageStrike.option(100, 0, 0, AsianMethod.MONTE_CARLO).price(Progress.NONE))
        .extracting(AsianPrice::price)
        .satisfies(price -> assertThat(price).isCloseTo(averageStrike.price(), offset(0.03)));
  }

  @Test
  void aPastThatDecidesLeavesAForward() {
    Case monthly =
        new Case(
            OptionType.CALL,
            Averaging.ARITHMETIC,
            Optional.of(50.0),
            100,
            0,
            0.05,
            1,
            0.2,
            Optional.of(1),
            NONE);
    double price = monthly.option(200, 3, 0, AsianMethod.ANALYTIC).price(Progress.NONE).price();
    double average = (3 * 200 + 100 * Math.exp(0.05)) / 4;
    assertThat(price).isCloseTo(Math.exp(-0.05) * (average - 50), offset(1e-10));
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    Case continuous =
        new Case(
            OptionType.CALL,
            Averaging.ARITHMETIC,
            Optional.of(100.0),
            100,
            0,
            0.05,
            1,
            0.2,
            CONTINUOUS,
            NONE);
    refuses(() -> continuous.option(100, 3, 0, AsianMethod.ANALYTIC), "pastFixings");
    refuses(
        () -> continuous.option(100, 0, 0, AsianMethod.MONTE_CARLO).price(Progress.NONE),
        "fixings");
    Case late =
        new Case(
            OptionType.CALL,
            Averaging.ARITHMETIC,
            Optional.empty(),
            100,
            0,
            0.05,
            1,
            0.2,
            Optional.of(3),
            Optional.of(1.5));
    refuses(late::price, "firstFixing");
  }

  private static void refuses(Runnable asked, String field) {
    assertThatThrownBy(asked::run)
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.rule()).startsWith("must");
            });
  }
}

package io.ratel.quant.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Progress;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmericanTest {
  private static AmericanPrice price(
      AmericanMethod method,
      OptionType type,
      double k,
      double s,
      double q,
      double r,
      double t,
      double v) {
    return new AmericanOption(type, k, s, q, r, t, v, method, Optional.empty())
        .price(Progress.NONE);
  }

  /**
   * E. G. Haug, Option Pricing Formulas (1998), pp. 24 ff; the table's critical prices are rough,
   * QuantLib's americanoption.cpp gives it 3e-3. The last column is a binomial tree's.
   */
  @ParameterizedTest
  @CsvSource({
    "CALL, 100.0, 90.0, 0.1, 0.1, 0.1, 0.15, 0.0206, 0.0205",
    "CALL, 100.0, 110.0, 0.1, 0.1, 0.1, 0.15, 10.0089, 10.0105",
    "CALL, 100.0, 100.0, 0.1, 0.1, 0.1, 0.25, 3.128, 3.1269",
    "CALL, 100.0, 90.0, 0.1, 0.1, 0.1, 0.35, 0.9495, 0.9482",
    "CALL, 100.0, 110.0, 0.1, 0.1, 0.1, 0.35, 11.1679, 11.1726",
    "CALL, 100.0, 100.0, 0.1, 0.1, 0.5, 0.15, 4.0842, 4.0685",
    "CALL, 100.0, 90.0, 0.1, 0.1, 0.5, 0.25, 2.7437, 2.7224",
    "CALL, 100.0, 110.0, 0.1, 0.1, 0.5, 0.25, 13.017, 13.0015",
    "CALL, 100.0, 100.0, 0.1, 0.1, 0.5, 0.35, 9.5106, 9.4738",
    "PUT, 100.0, 90.0, 0.1, 0.1, 0.1, 0.15, 10.0, 10.0006",
    "PUT, 100.0, 110.0, 0.1, 0.1, 0.1, 0.15, 0.041, 0.0408",
    "PUT, 100.0, 100.0, 0.1, 0.1, 0.1, 0.25, 3.1277, 3.1269",
    "PUT, 100.0, 90.0, 0.1, 0.1, 0.1, 0.35, 10.8787, 10.8838",
    "PUT, 100.0, 110.0, 0.1, 0.1, 0.1, 0.35, 1.2402, 1.2388",
    "PUT, 100.0, 100.0, 0.1, 0.1, 0.5, 0.15, 4.0842, 4.0685",
    "PUT, 100.0, 90.0, 0.1, 0.1, 0.5, 0.25, 12.4419, 12.4301",
    "PUT, 100.0, 110.0, 0.1, 0.1, 0.5, 0.25, 3.3226, 3.2984",
    "PUT, 100.0, 100.0, 0.1, 0.1, 0.5, 0.35, 9.5104, 9.4738",
    "PUT, 100.0, 100.0, 0.0, 0.0, 0.5, 0.15, 4.2294, 4.2294"
  })
  void baroneAdesiWhaleyIsHaugs(
      OptionType type,
      double k,
      double s,
      double q,
      double r,
      double t,
      double v,
      double haug,
      double binomial) {
    assertThat(price(AmericanMethod.BAW, type, k, s, q, r, t, v).price())
        .isCloseTo(haug, offset(3e-3));
    assertThat(price(AmericanMethod.ANDERSEN_LAKE, type, k, s, q, r, t, v).price())
        .isCloseTo(binomial, offset(3e-4));
  }

  /** N. Ju's prices (1998) are an approximation, within one percent; the last a binomial tree's. */
  @ParameterizedTest
  @CsvSource({
    "PUT, 35.0, 40.0, 0.0, 0.0488, 0.0833, 0.2, 0.0062",
    "PUT, 35.0, 40.0, 0.0, 0.0488, 0.5833, 0.2, 0.4328",
    "PUT, 40.0, 40.0, 0.0, 0.0488, 0.3333, 0.2, 1.5798",
    "PUT, 45.0, 40.0, 0.0, 0.0488, 0.0833, 0.2, 5.0",
    "PUT, 45.0, 40.0, 0.0, 0.0488, 0.5833, 0.2, 5.267",
    "PUT, 35.0, 40.0, 0.0, 0.0488, 0.3333, 0.3, 0.6975",
    "PUT, 40.0, 40.0, 0.0, 0.0488, 0.0833, 0.3, 1.3099",
    "PUT, 40.0, 40.0, 0.0, 0.0488, 0.5833, 0.3, 3.1697",
    "PUT, 45.0, 40.0, 0.0, 0.0488, 0.3333, 0.3, 5.7056",
    "PUT, 35.0, 40.0, 0.0, 0.0488, 0.0833, 0.4, 0.2466",
    "PUT, 35.0, 40.0, 0.0, 0.0488, 0.5833, 0.4, 2.1549",
    "PUT, 40.0, 40.0, 0.0, 0.0488, 0.3333, 0.4, 3.3875",
    "PUT, 45.0, 40.0, 0.0, 0.0488, 0.0833, 0.4, 5.2868",
    "PUT, 45.0, 40.0, 0.0, 0.0488, 0.5833, 0.4, 7.383",
    "CALL, 100.0, 90.0, 0.07, 0.03, 3.0, 0.2, 5.1671",
    "CALL, 100.0, 110.0, 0.07, 0.03, 3.0, 0.2, 14.444",
    "CALL, 100.0, 80.0, 0.07, 0.03, 3.0, 0.4, 11.3258",
    "CALL, 100.0, 100.0, 0.07, 0.03, 3.0, 0.4, 20.7936",
    "CALL, 100.0, 120.0, 0.07, 0.03, 3.0, 0.4, 32.7812",
    "CALL, 100.0, 90.0, 0.07, 1e-05, 3.0, 0.3, 8.8421",
    "CALL, 100.0, 110.0, 0.07, 1e-05, 3.0, 0.3, 18.4539",
    "CALL, 100.0, 80.0, 0.03, 0.07, 3.0, 0.3, 12.1453",
    "CALL, 100.0, 100.0, 0.03, 0.07, 3.0, 0.3, 23.3484",
    "CALL, 100.0, 120.0, 0.03, 0.07, 3.0, 0.3, 37.1035"
  })
  void agreesWithTheTreesOfJusTable(
      OptionType type, double k, double s, double q, double r, double t, double v, double tree) {
    assertThat(price(AmericanMethod.ANDERSEN_LAKE, type, k, s, q, r, t, v).price())
        .isCloseTo(tree, offset(1e-3));
    assertThat(price(AmericanMethod.LEISEN_REIMER, type, k, s, q, r, t, v).price())
        .isCloseTo(tree, offset(1e-2));
  }

  /** Haug (1998), p. 27, and QuantLib, americanoption.cpp. */
  @Test
  void bjerksundStenslandIsHaugs() {
    AmericanMethod method = AmericanMethod.BJERKSUND_STENSLAND;
    assertThat(price(method, OptionType.CALL, 40, 42, 0.08, 0.04, 0.75, 0.35).price())
        .isCloseTo(5.2704, offset(5e-5));
    assertThat(price(method, OptionType.PUT, 40, 36, 0, 0.06, 1, 0.2).price())
        .isCloseTo(4.4531, offset(5e-5));
  }

  /** Where the paper's boundary falls below the strike, and its price to 0 or −60. */
  @ParameterizedTest
  @CsvSource({
    "PUT, 100, 100, 0, 0.1, 20, 0.2",
    "CALL, 100, 100, 0.1, 0, 20, 0.2",
    "PUT, 100, 100, 0, 0.1, 4, 0.1",
    "CALL, 160, 100, 0.02, -0.02, 20, 0.02",
  })
  void bjerksundStenslandStaysCloseWhereCarryIsDear(
      OptionType type, double strike, double spot, double q, double r, double years, double v) {
    double exact = price(AmericanMethod.ANDERSEN_LAKE, type, strike, spot, q, r, years, v).price();
    for (AmericanMethod method :
        new AmericanMethod[] {
          AmericanMethod.BJERKSUND_STENSLAND, AmericanMethod.BJERKSUND_STENSLAND_2002
        }) {
      assertThat(price(method, type, strike, spot, q, r, years, v).price())
          .isLessThan(exact + 1e-6)
          .isCloseTo(exact, offset(1e-3 * exact + 1e-9));
    }
  }

  /** J. Hull's put of 50 at 50 with 10 %, 40 % and five months, in trees of so many steps. */
  @ParameterizedTest
  @CsvSource({
    "5, 0.40, 4.488459",
    "5, 0.41, 4.6197",
    "30, 0.40, 4.263427",
    "50, 0.40, 4.272021",
    "100, 0.40, 4.278059",
    "500, 0.40, 4.283021",
  })
  void binomialTreesAreHulls(int steps, double volatility, double price) {
    AmericanPrice put =
        new AmericanOption(
                OptionType.PUT,
                50,
                50,
                0,
                0.1,
                5.0 / 12,
                volatility,
                AmericanMethod.BINOMIAL,
                Optional.of(steps))
            .price(Progress.NONE);
    assertThat(put.price()).isCloseTo(price, offset(price == 4.6197 ? 5e-5 : 5e-7));
    if (steps == 5 && volatility == 0.4) {
      assertThat(put.delta()).isCloseTo(-0.41, offset(5e-3));
      assertThat(put.gamma()).isCloseTo(0.034, offset(5e-4));
      assertThat(put.theta()).isCloseTo(-4.3, offset(5e-2));
      assertThat(put.vega() / 100).isCloseTo(0.13, offset(5e-3));
    }
    Lattice european = Lattice.coxRossRubinstein(5, 0, 0.1, 5.0 / 12, 0.4);
    assertThat(european.value(-1, 50, 50, false, Progress.NONE).price())
        .isCloseTo(4.319019, offset(5e-7));
  }

  /** QuantLib, americanoption.cpp, edge cases: those of its values that are not approximations. */
  @Test
  void edgesAreExact() {
    AmericanMethod method = AmericanMethod.ANDERSEN_LAKE;
    assertThat(price(method, OptionType.CALL, 100, 100, 0, 0.05, 1, 0.25).price())
        .isCloseTo(12.3359989303687243, offset(1e-12));
    assertThat(price(method, OptionType.CALL, 50, 100, 0.01, 0.05, 1, 0).price())
        .isCloseTo(51.4435121498811085, offset(1e-12));
    assertThat(price(method, OptionType.PUT, 100, 90, 0, 0.05, 0, 0.2).price()).isEqualTo(10);
    assertThat(price(method, OptionType.PUT, 100, 90, 0, 0.05, 1, 0).price()).isEqualTo(10);
    assertThat(price(method, OptionType.PUT, 120, 100, 0.03, 0.1, 10, 0.25).price())
        .isBetween(22.9990, 23.0004);
    assertThat(price(method, OptionType.CALL, 100, 100, 0.025, 0, 1, 0.25).price())
        .isCloseTo(8.8654, offset(1e-4));
    assertThat(price(method, OptionType.CALL, 100, 100, 0.002, 0.01, 170, 0.25).price())
        .isCloseTo(80.390, offset(1e-3));
  }

  @Property(tries = 30)
  void moreNodesAndPointsChangeNothing(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 60, max = 150) double spot,
      @ForAll @DoubleRange(min = 0, max = 0.12) double q,
      @ForAll @DoubleRange(min = 0.01, max = 0.12) double r,
      @ForAll @DoubleRange(min = 0.02, max = 3) double years,
      @ForAll @DoubleRange(min = 0.1, max = 0.6) double v) {
    Assume.that(!EarlyExercise.never(type.sign(), r, q));
    double price = AndersenLake.value(type.sign(), 100, spot, q, r, years, v).price();
    double finer = AndersenLake.value(type.sign(), 100, spot, q, r, years, v, 40, 80).price();
    assertThat(price).isCloseTo(finer, offset(2e-7));
  }

  @Property(tries = 30)
  void agreesWithATreeInPriceAndGreeks(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 70, max = 140) double spot,
      @ForAll @DoubleRange(min = -0.05, max = 0.1) double q,
      @ForAll @DoubleRange(min = -0.05, max = 0.1) double r,
      @ForAll @DoubleRange(min = 0.1, max = 2) double years,
      @ForAll @DoubleRange(min = 0.15, max = 0.5) double v) {
    AmericanPrice exact = price(AmericanMethod.ANDERSEN_LAKE, type, 100, spot, q, r, years, v);
    AmericanPrice tree = price(AmericanMethod.LEISEN_REIMER, type, 100, spot, q, r, years, v);
    assertThat(exact.price()).isCloseTo(tree.price(), offset(0.02));
    assertThat(exact.delta()).isCloseTo(tree.delta(), offset(1e-2));
    double intrinsic = type.sign() * (spot - 100);
    if (exact.price() > intrinsic + 1) { // at the boundary gamma jumps, a tree's beside it
      assertThat(exact.gamma()).isCloseTo(tree.gamma(), offset(3e-3));
      assertThat(exact.vega()).isCloseTo(tree.vega(), offset(0.5));
      if (Math.min(Math.abs(r), Math.abs(q)) > 0.002) { // where the right begins, rho has a kink
        assertThat(exact.rho()).isCloseTo(tree.rho(), offset(1.0));
      }
    }
    assertThat(exact.price()).isGreaterThanOrEqualTo(intrinsic - 1e-9);
    assertThat(exact.earlyExercisePremium()).isGreaterThan(-1e-9);
    for (AmericanMethod method : AmericanMethod.values()) {
      assertThat(price(method, type, 100, spot, q, r, years, v).price())
          .as(method.label())
          .isCloseTo(exact.price(), offset(0.02 + 0.1 * exact.price()));
    }
  }

  @Property(tries = 20)
  void aCallIsAPutWithAllExchanged(
      @ForAll @DoubleRange(min = 70, max = 140) double spot,
      @ForAll @DoubleRange(min = 0.01, max = 0.1) double q,
      @ForAll @DoubleRange(min = 0.01, max = 0.1) double r) {
    for (AmericanMethod method :
        new AmericanMethod[] {AmericanMethod.BJERKSUND_STENSLAND_2002, AmericanMethod.BINOMIAL}) {
      assertThat(price(method, OptionType.CALL, 100, spot, q, r, 1, 0.3).price())
          .isCloseTo(price(method, OptionType.PUT, spot, 100, r, q, 1, 0.3).price(), offset(1e-9));
    }
  }

  @Test
  void greeksAreTheSlopesOfThePrice() {
    AmericanMethod method = AmericanMethod.ANDERSEN_LAKE;
    AmericanPrice at = price(method, OptionType.PUT, 100, 95, 0.02, 0.06, 0.75, 0.3);
    double h = 0.05;
    double up = price(method, OptionType.PUT, 100, 95 + h, 0.02, 0.06, 0.75, 0.3).price();
    double down = price(method, OptionType.PUT, 100, 95 - h, 0.02, 0.06, 0.75, 0.3).price();
    assertThat(at.delta()).isCloseTo((up - down) / (2 * h), offset(1e-6));
    assertThat(at.gamma()).isCloseTo((up - 2 * at.price() + down) / (h * h), offset(1e-5));
    double later = price(method, OptionType.PUT, 100, 95, 0.02, 0.06, 0.749, 0.3).price();
    double earlier = price(method, OptionType.PUT, 100, 95, 0.02, 0.06, 0.751, 0.3).price();
    assertThat(at.theta()).isCloseTo((later - earlier) / 0.002, offset(1e-4));
  }

  @Test
  void whereItNeverPaysToExerciseItIsEuropean() {
    AmericanPrice call = price(AmericanMethod.BAW, OptionType.CALL, 90, 100, 0, 0.05, 1, 0.2);
    assertThat(call.earlyExercisePremium()).isZero();
    AmericanPrice put =
        price(AmericanMethod.ANDERSEN_LAKE, OptionType.PUT, 110, 100, 0, -0.01, 1, 0.2);
    assertThat(put.price()).isEqualTo(BlackScholes.price(-1, 110, 100, 0, -0.01, 1, 0.2));
  }

  @Test
  void twoBoundariesAreLeftToTheTreeWhichIsNamed() {
    AmericanPrice put =
        price(AmericanMethod.ANDERSEN_LAKE, OptionType.PUT, 100, 90, -0.06, -0.02, 5, 0.1);
    assertThat(put.method()).isEqualTo("leisen-reimer");
    assertThat(put.price()).isGreaterThan(10);
  }

  @Test
  void aTreeTooCoarseForItsDriftIsRefused() {
    AmericanOption steep =
        new AmericanOption(
            OptionType.PUT, 100, 100, 0, 0.5, 1, 0.05, AmericanMethod.BINOMIAL, Optional.of(10));
    assertThatThrownBy(() -> steep.price(Progress.NONE))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("steps");
              assertThat(refused.value()).isEqualTo("10");
              assertThat(refused.rule()).startsWith("must be above 100");
            });
  }
}

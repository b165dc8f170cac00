package io.ratel.quant.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertTest {
  private static double convert(double rate, String from, String to, double years) {
    return Asked.number(
        Rates.functions(),
        "rates/convert",
        "{'rate':%s,'from':'%s','to':'%s','years':%s}".formatted(rate, from, to, years),
        "rate");
  }

  /**
   * Haug, Option Pricing Formulas (1998), pp. 181-182, and QuantLib, test-suite/interestrates.cpp,
   * to four digits; Hull, Options, Futures and Other Derivatives, section 4.2, to five.
   */
  @ParameterizedTest
  @CsvSource({
    "0.08, quarterly, continuous, 1, 0.0792",
    "0.12, continuous, annual, 1, 0.1275",
    "0.08, quarterly, annual, 1, 0.0824",
    "0.07, quarterly, semiannual, 1, 0.0706",
    "0.01, annual, simple, 1, 0.0100",
    "0.02, simple, annual, 1, 0.0200",
    "0.03, semiannual, simple, 0.5, 0.0300",
    "0.04, simple, semiannual, 0.5, 0.0400",
    "0.05, every-fourth-month, simple, 0.3333333333333333, 0.0500",
    "0.06, simple, 3, 0.3333333333333333, 0.0600",
    "0.05, quarterly, simple, 0.25, 0.0500",
    "0.06, simple, 4, 0.25, 0.0600",
    "0.07, bimonthly, simple, 0.16666666666666666, 0.0700",
    "0.08, simple, bimonthly, 0.16666666666666666, 0.0800",
    "0.09, monthly, simple, 0.08333333333333333, 0.0900",
    "0.10, simple, Monthly, 0.08333333333333333, 0.1000",
    "0.10, semiannual, continuous, 1, 0.09758",
    "0.08, Continuous, quarterly, 1, 0.08081",
    "0.10, annual, semiannual, 1, 0.09762",
    "0.10, annual, daily, 1, 0.09532",
    "0.10, compounded semi-annually, continuously compounded, 1, 0.09758",
    "0.10, compounded 2, continuous compounding, 1, 0.09758",
  })
  void ratesAreThePrintedOnes(double rate, String from, String to, double years, String printed) {
    double half = 0.5 * Math.pow(10, -(printed.length() - 2));
    assertThat(convert(rate, from, to, years))
        .isCloseTo(Double.parseDouble(printed), offset(half * (1 + 1e-9)));
  }

  @Test
  void examplesAreReproduced() {
    Asked.examplesAreReproduced(Rates.functions());
  }

  @Test
  void aDiscountRateIsTakenOffInAdvance() {
    assertThat(convert(0.08, "discount", "simple", 0.25)).isCloseTo(0.08 / 0.98, offset(1e-15));
    assertThat(convert(0.08 / 0.98, "simple", "bank-discount", 0.25))
        .isCloseTo(0.08, offset(1e-15));
  }

  @Property(tries = 300)
  void thereAndBackIsTheSame(
      @ForAll @DoubleRange(min = -0.3, max = 0.9) double rate,
      @ForAll @DoubleRange(min = 0.01, max = 1) double years,
      @ForAll Compounding.Kind kind) {
    Compounding through = new Compounding(kind, 4);
    double discount = Math.exp(-rate * years);
    double other = through.rate(discount, years);
    assertThat(through.discount(other, years)).isCloseTo(discount, offset(1e-12));
    double h = 1e-5;
    double up = through.discount(other + h, years);
    double down = through.discount(other - h, years);
    assertThat(through.slope(other, years) * discount)
        .isCloseTo((up - down) / (2 * h), offset(1e-6));
    assertThat(through.curvature(other, years) * discount)
        .isCloseTo((up - 2 * discount + down) / (h * h), offset(1e-3));
  }

  @Test
  void whatHasNoMeaningIsRefused() {
    Asked.refuses(
        Rates.functions(),
        "rates/convert",
        "{'rate':0.1,'from':'hourly','to':'annual'}",
        "from",
        "one of");
    Asked.refuses(
        Rates.functions(),
        "rates/convert",
        "{'rate':-5,'from':'monthly','to':'annual','years':0}",
        "years",
        "above 0");
    Asked.refuses(
        Rates.functions(),
        "rates/convert",
        "{'rate':-13,'from':'monthly','to':'annual'}",
        "rate",
        "positive discount");
  }
}

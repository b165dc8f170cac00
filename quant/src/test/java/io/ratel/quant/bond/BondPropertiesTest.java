package io.ratel.quant.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.quant.rate.Asked;
import io.ratel.quant.rate.Compounding;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BondPropertiesTest {
  private static BondFigures asked(String json) {
    return (BondFigures) Asked.answer(Bonds.functions(), "bonds/price", "{" + json + "}");
  }

  private static final String[] COMPOUNDINGS = {
    "compounded", "continuous", "annual", "simple-then-compounded", "simple", "12"
  };
  private static final String[] DAY_COUNTS = {
    "act/act-icma", "30/360", "30u/360", "act/365f", "act/act-isda", "act/360"
  };

  @Property(tries = 400)
  void priceAndYieldTellEachOther(
      @ForAll @DoubleRange(min = 0, max = 0.15) double coupon,
      @ForAll @DoubleRange(min = -0.02, max = 0.25) double yield,
      @ForAll @IntRange(max = 10_000) int days,
      @ForAll @IntRange(max = 5) int way,
      @ForAll @IntRange(max = 5) int count,
      @ForAll @IntRange(max = 3) int step) {
    String bond =
        "'coupon':%s,'frequency':%d,'settlement':'2020-03-17','maturity':'%s','dayCount':'%s',"
            .formatted(
                coupon,
                new int[] {1, 2, 4, 12}[step],
                java.time.LocalDate.of(2020, 3, 20).plusDays(days),
                DAY_COUNTS[count]);
    bond += "'compounding':'" + COMPOUNDINGS[way] + "',";
    BondFigures at = asked(bond + "'yield':" + yield);
    BondFigures back = asked(bond + "'clean':" + at.clean());
    assertThat(back.yield()).isCloseTo(yield, offset(1e-9));
    assertThat(asked(bond + "'dirty':" + at.dirty()).yield()).isCloseTo(yield, offset(1e-9));
    double sum = at.cashFlows().stream().mapToDouble(BondFigures.CashFlow::presentValue).sum();
    assertThat(sum).isCloseTo(at.dirty(), offset(1e-10 * at.dirty()));
    double h = 1e-5;
    double up = asked(bond + "'yield':" + (yield + h)).dirty();
    double down = asked(bond + "'yield':" + (yield - h)).dirty();
    double cube = Math.pow(1 + at.modified(), 3);
    assertThat(at.modified())
        .isCloseTo((down - up) / (2 * h * at.dirty()), offset(1e-6 + 1e-9 * cube));
    assertThat(at.convexity())
        .isCloseTo(
            (up - 2 * at.dirty() + down) / (h * h * at.dirty()),
            offset(0.05 + 1e-4 * at.convexity()));
  }

  /** The textbook sum over half years, on a coupon day. */
  @Property(tries = 100)
  void onACouponDayThePriceIsTheTextbookSum(
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.15) double coupon,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.2) double yield,
      @ForAll @IntRange(min = 1, max = 60) int halves) {
    double sum = 0;
    for (int i = 1; i <= halves; i++) {
      sum += 50 * coupon / Math.pow(1 + yield / 2, i);
    }
    sum += 100 / Math.pow(1 + yield / 2, halves);
    BondFigures at =
        asked(
            "'coupon':%s,'settlement':'2020-02-15','maturity':'%s','yield':%s"
                .formatted(
                    coupon, java.time.LocalDate.of(2020, 2, 15).plusMonths(6L * halves), yield));
    assertThat(at.clean()).isCloseTo(sum, offset(1e-10));
    assertThat(at.accrued()).isZero();
    assertThat(at.macaulay()).isCloseTo(at.modified() * (1 + yield / 2), offset(1e-12));
  }

  /** Hull, Options, Futures and Other Derivatives, 8th ed., tables 4.6 and section 4.8. */
  @Test
  void hullsBondHasHisDuration() {
    BondFigures at =
        asked(
            "'coupon':0.10,'settlement':'2020-01-15','maturity':'2023-01-15','dayCount':'30/360',"
                + "'compounding':'continuous','yield':0.12");
    assertThat(at.dirty()).isCloseTo(94.213, offset(5e-4));
    assertThat(at.macaulay()).isCloseTo(2.653, offset(5e-4));
    assertThat(at.modified()).isEqualTo(at.macaulay());
    assertThat(at.bpvRepriced()).isCloseTo(-250.0 * 1e-4, offset(1e-5));
  }

  /** The examples of Microsoft Excel's PRICE, YIELD, DURATION and MDURATION. */
  @Test
  void aSpreadsheetsExamplesComeOut() {
    String price =
        "'coupon':0.0575,'settlement':'2008-02-15','maturity':'2017-11-15','dayCount':'30/360 US',";
    assertThat(asked(price + "'yield':0.065").clean()).isCloseTo(94.63436, offset(5e-6));
    String yield = price.replace("2017", "2016") + "'clean':95.04287";
    assertThat(asked(yield).yield()).isCloseTo(0.065, offset(5e-8));
    String duration =
        "'coupon':0.08,'settlement':'2008-01-01','maturity':'2016-01-01','dayCount':'act/act',"
            + "'yield':0.09";
    assertThat(asked(duration).macaulay()).isCloseTo(5.993775, offset(5e-7));
    assertThat(asked(duration).modified()).isCloseTo(5.73567, offset(5e-6));
    String longer =
        duration.replace("2008-01-01", "2018-07-01").replace("2016-01-01", "2048-01-01");
    assertThat(asked(longer).macaulay()).isCloseTo(10.9191453, offset(5e-8));
  }

  @Test
  void atParTheYieldIsTheCoupon() {
    BondFigures at =
        asked("'coupon':0.0625,'settlement':'2021-05-15','maturity':'2051-05-15','clean':100");
    assertThat(at.yield()).isCloseTo(0.0625, offset(1e-14));
    assertThat(at.currentYield()).isCloseTo(0.0625, offset(1e-14));
  }

  @Test
  void aZeroLastsUntilItsEnd() {
    BondFigures at =
        asked("'frequency':0,'settlement':'2020-02-29','maturity':'2050-02-28','yield':0.04");
    assertThat(at.macaulay()).isCloseTo(30, offset(3e-3));
    assertThat(at.clean()).isCloseTo(100 * Math.pow(1.04, -at.macaulay()), offset(1e-12));
    assertThat(at.cashFlows()).hasSize(1);
  }

  @Test
  void extremePricesHaveYieldsToo() {
    double[] amounts = {5, 105};
    double[] years = {1, 2};
    for (double price : new double[] {1e-6, 0.01, 1, 50, 109, 1e3, 1e6}) {
      for (Compounding way :
          new Compounding[] {
            Compounding.CONTINUOUS, Compounding.ANNUAL, Compounding.SIMPLE, Compounding.periodic(12)
          }) {
        double yield = Yields.yield(amounts, years, price, way);
        assertThat(Yields.value(amounts, years, yield, way) / price).isCloseTo(1, offset(1e-9));
      }
    }
    assertThat(Yields.yield(new double[] {0}, new double[] {1}, 5, Compounding.ANNUAL)).isNaN();
  }

  @Test
  void refusalsNameTheInputAndTheRule() {
    String fine = "{'coupon':0.05,'settlement':'2020-01-15','maturity':'2023-01-15',";
    var all = Bonds.functions();
    Asked.refuses(
        all, "bonds/price", fine + "'clean':100,'yield':0.1}", "yield", "one of the three");
    Asked.refuses(all, "bonds/price", fine + "'frequency':5,'yield':0.1}", "frequency", "1, 2, 3");
    Asked.refuses(
        all, "bonds/price", fine + "'frequency':0,'yield':0.1}", "frequency", "at least 1");
    Asked.refuses(all, "bonds/price", fine + "'yield':-3}", "yield", "positive price");
    Asked.refuses(all, "bonds/price", fine + "'yield':0.1,'dayCount':'x'}", "dayCount", "act/360");
    Asked.refuses(
        all,
        "bonds/price",
        fine + "'yield':0.1,'couponCompounding':'weekly'}",
        "couponCompounding",
        "simple or annual");
    Asked.refuses(
        all,
        "bonds/price",
        fine.replace("2023", "2019") + "'yield':0.1}",
        "maturity",
        "after the settlement");
    Asked.refuses(
        all,
        "bonds/price",
        fine + "'yield':0.1,'issue':'2019-06-01','firstCoupon':'2025-01-01'}",
        "firstCoupon",
        "from 2019-06-01 to 2023-01-15");
  }
}

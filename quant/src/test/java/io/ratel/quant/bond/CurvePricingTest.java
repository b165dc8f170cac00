package io.ratel.quant.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.quant.rate.Asked;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvePricingTest {
  private static final String FLAT =
      "'curveDate':'2004-11-22','curve':{'rate':0.03,'dayCount':'act/360'}";

  private static double bond(String json, String path) {
    return Asked.number(Bonds.functions(), "bonds/from-curve", "{" + json + "}", path);
  }

  private static double cds(String json, String path) {
    return Asked.number(Bonds.functions(), "bonds/cds", "{" + json + "}", path);
  }

  /** QuantLib, test-suite/bonds.cpp, testCached, testCachedZero and testCachedFixed. */
  @ParameterizedTest
  @CsvSource({
    "0.025, 2, 2004-10-31, 2006-10-31, 2004-11-23, none, true, 98.943393",
    "0.035, 2, 2004-11-15, 2009-11-15, 2004-11-23, none, false, 101.986794",
    "0, 0, 2004-11-30, 2008-11-30, 2004-11-23, USGS, false, 88.551726",
    "0.02875, 2, 2004-11-30, 2008-11-30, 2004-11-23, USGS, false, 99.298100",
  })
  void pricesOnAFlatCurveAreTheCachedOnes(
      double coupon,
      int frequency,
      String issue,
      String maturity,
      String settlement,
      String calendar,
      boolean endOfMonth,
      double clean) {
    String json =
        ("'coupon':%s,'frequency':%d,'issue':'%s','maturity':'%s','settlement':'%s',"
                + "'calendar':'%s','endOfMonth':%s,")
            .formatted(coupon, frequency, issue, maturity, settlement, calendar, endOfMonth);
    assertThat(bond(json + FLAT, "clean")).isCloseTo(clean, offset(5.1e-7));
  }

  /** Hull, Options, Futures and Other Derivatives, 8th ed., section 4.4: 98.39 and 6.76 %. */
  @Test
  void theYieldOnACurveIsHulls() {
    String json =
        "'coupon':0.06,'settlement':'2020-01-15','maturity':'2022-01-15','dayCount':'30/360',"
            + "'curve':{'times':[0.5,1,1.5,2],'rates':[0.05,0.058,0.064,0.068],'dayCount':'30/360'"
            + "}";
    double yield = bond(json, "yield");
    assertThat(2 * Math.log1p(yield / 2)).isCloseTo(0.0676, offset(5e-5));
    assertThat(bond(json.replace("0.06,", bond(json, "parCoupon") + ","), "clean"))
        .isCloseTo(100, offset(1e-11));
  }

  @Property(tries = 60)
  void aSpreadComesBackFromItsPrice(
      @ForAll @DoubleRange(min = -0.05, max = 0.2) double spread,
      @ForAll @DoubleRange(min = 0, max = 0.1) double coupon) {
    for (String compounding : new String[] {"continuous", "compounded", "annual", "simple"}) {
      String json =
          ("'coupon':%s,'settlement':'2024-04-11','maturity':'2034-11-15','spreadCompounding':'%s',"
                  + "'curve':{'times':[0.5,2,5,20],'rates':[0.03,0.025,0.028,0.033],"
                  + "'interpolation':'monotone-convex'},")
              .formatted(coupon, compounding);
      double clean = bond(json + "'spread':" + spread, "clean");
      assertThat(bond(json + "'clean':" + clean, "spread")).isCloseTo(spread, offset(1e-11));
    }
  }

  @Test
  void onAFlatCurveTheSpreadAddsToTheYield() {
    String json =
        "'coupon':0.04,'settlement':'2024-05-15','maturity':'2034-05-15','frequency':1,"
            + "'dayCount':'30/360','spread':0.01,'spreadCompounding':'annual',"
            + "'curve':{'rate':0.03,'compounding':'annual','dayCount':'30/360'}";
    assertThat(bond(json, "clean")).isCloseTo(100, offset(1e-12));
    assertThat(bond(json, "yield")).isCloseTo(0.04, offset(1e-14));
    assertThat(bond(json, "effectiveDuration")).isCloseTo(8.435332, offset(1e-6)); // Macaulay's
  }

  /** Hull, Options, Futures and Other Derivatives, 8th ed., section 24.2: 0.0124 a year. */
  @Test
  void aCreditSwapIsHulls() {
    String json =
        "'spread':0.01,'start':'2020-01-15','maturity':'2025-01-15','frequency':1,"
            + "'dayCount':'30/360','notional':1,'curve':{'rate':0.05,'dayCount':'30/360'},"
            + "'hazardRate':";
    double hull = -Math.log(1 - 0.02);
    assertThat(cds(json + hull, "fairSpread")).isCloseTo(0.0124, offset(5e-5));
    assertThat(cds(json + hull, "riskyAnnuity")).isCloseTo(4.0704 + 0.0426, offset(5e-4));
    assertThat(cds(json + hull, "protectionLeg")).isCloseTo(0.0511, offset(5e-5));
  }

  /** QuantLib, testCachedValue; its fair spread is printed to its tolerance of 1e-7. */
  @Test
  void aCreditSwapIsWorthTheCachedValue() {
    String json =
        "'side':'seller','notional':10000,'spread':0.012,'frequency':2,'start':'2005-06-09',"
            + "'maturity':'2015-06-09','valuation':'2006-06-09','calendar':'TARGET',"
            + "'hazardRate':0.01234,'curve':{'rate':0.06,'dayCount':'act/360'}";
    assertThat(cds(json, "npv")).isCloseTo(295.0153398, offset(5.1e-8));
    assertThat(cds(json, "fairSpread")).isCloseTo(0.007517539081, offset(1e-7));
  }

  /**
   * QuantLib, testCachedMarketValue: hazard rates that are flat between the dates of probabilities
   * by 30/360, discount factors by act/360.
   */
  @Test
  void aCreditSwapOnMarketCurvesIsWorthTheCachedValue() {
    double[] discountDays = {
      7, 31, 61, 94, 185, 367, 731, 1096, 1461, 1826, 2194, 2558, 2922, 3287, 3653, 5479
    };
    double[] survivalDays = {182, 362, 720, 1080, 1440, 1800, 2521, 3600};
    String json =
        "'side':'seller','spread':0.0224,'recovery':0.25,'frequency':2,'start':'2006-03-20',"
            + "'maturity':'2013-06-20','valuation':'2006-06-09','calendar':'USNY',"
            + "'curve':{'dayCount':'act/360','interpolation':'log-linear-discount','times':"
            + years(discountDays)
            + ",'discountFactors':[0.9990151375768731,0.99570502636871183,0.99118260474528685,"
            + "0.98661167950906203,0.9732592953359388,0.94724424481038083,0.89844996737120875,"
            + "0.85216647839921411,0.80775477692556874,0.76517289234200347,0.72401019553182933,"
            + "0.68503909569219212,0.64797499814013748,0.61263171936255534,0.5791942350748791,"
            + "0.43518868769953606]},'survival':{'dayCount':'30/360',"
            + "'interpolation':'log-linear-discount','times':"
            + years(survivalDays)
            + ",'discountFactors':[0.9953,0.9907,0.9714,0.9381,0.9047,0.8492,0.7712,0.6334]}";
    assertThat(cds(json, "npv")).isCloseTo(-1.364048777, offset(1e-9));
    assertThat(cds(json, "fairSpread")).isCloseTo(0.0248429452, offset(1e-9));
  }

  private static String years(double[] days) {
    return Arrays.toString(Arrays.stream(days).map(d -> d / 360).toArray());
  }

  @Property(tries = 40)
  void aFairSpreadImpliesTheHazardThatMadeIt(
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.5) double hazard) {
    String json =
        "'start':'2024-03-20','maturity':'2029-06-20','rule':'backward','calendar':'USNY',"
            + "'curve':{'rate':0.03,'dayCount':'act/360'},";
    double fair = cds(json + "'spread':0.01,'hazardRate':" + hazard, "fairSpread");
    assertThat(cds(json + "'spread':" + fair, "hazardRate")).isCloseTo(hazard, offset(1e-10));
    assertThat(cds(json + "'spread':" + fair, "npv")).isCloseTo(0, offset(1e-10));
    String curve = "'survival':{'rate':" + hazard + ",'dayCount':'act/360'}";
    assertThat(cds(json + "'spread':0.01," + curve, "fairSpread")).isCloseTo(fair, offset(1e-14));
  }

  @Test
  void refusalsNameTheInputAndTheRule() {
    var all = Bonds.functions();
    String bond = "{'coupon':0.04,'settlement':'2024-05-15','maturity':'2034-05-15',";
    Asked.refuses(
        all,
        "bonds/from-curve",
        bond + "'curve':{'rate':0.03},'spread':0.1,'clean':99}",
        "spread",
        "only one");
    Asked.refuses(
        all,
        "bonds/from-curve",
        bond + "'curve':{'rate':0.03},'clean':1e-300}",
        "clean",
        "some spread");
    Asked.refuses(
        all,
        "bonds/cds",
        "{'spread':0.9,'start':'2020-01-15','maturity':'2025-01-15','recovery':1,"
            + "'curve':{'rate':0.05}}",
        "spread",
        "hazard rate");
  }
}

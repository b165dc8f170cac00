package io.ratel.quant.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.quant.rate.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BondsTest {
  private static final String B1 =
      "'coupon':0.025,'issue':'2004-10-31','maturity':'2006-10-31','settlement':'2004-11-23',"
          + "'endOfMonth':true";
  private static final String B2 =
      "'coupon':0.035,'issue':'2004-11-15','maturity':'2009-11-15','settlement':'2004-11-23'";
  private static final String B3 =
      "'coupon':0.02875,'issue':'2004-11-30','maturity':'2006-11-30','settlement':'2004-11-30'";
  private static final String FIXED =
      "'coupon':0.02875,'issue':'2004-11-30','maturity':'2008-11-30','settlement':'2004-11-30',"
          + "'calendar':'USGS','yieldDayCount':'act/360','compounding':'continuous','yield':0.03";
  private static final String STEPS = "'coupons':[0.02875,0.03,0.03125,0.0325],";
  private static final String ZERO =
      "'issue':'2004-11-30','settlement':'2004-11-30','frequency':0,'calendar':'USGS',"
          + "'dayCount':'act/360','compounding':'continuous','yield':0.03,";
  private static final String TREASURY =
      "'coupon':0.045,'issue':'2023-11-15','maturity':'2033-08-15','rule':'forward',"
          + "'dayCount':'30/360 US','notional':1e6,";
  private static final String GILT =
      "'coupon':0.08,'issue':'1996-02-29','firstCoupon':'1996-06-07','maturity':'2021-06-07',"
          + "'rule':'forward','exCouponDays':6,'exCouponCalendar':'GBLO','clean':103,";
  private static final String AUSTRALIAN =
      "'coupon':0.06,'issue':'2004-02-15','maturity':'2017-02-15','exCouponDays':7,'clean':103,";

  private static double number(String json, String path) {
    return Asked.number(Bonds.functions(), "bonds/price", "{" + json + "}", path);
  }

  private static void isPrinted(String json, String path, String printed) {
    double half = 0.5 * Math.pow(10, -(printed.length() - printed.indexOf('.') - 1));
    assertThat(number(json, path))
        .as(path + " of " + json)
        .isCloseTo(Double.parseDouble(printed), offset(half * (1 + 1e-9)));
  }

  @Test
  void examplesAreReproduced() {
    Asked.examplesAreReproduced(Bonds.functions());
  }

  /** QuantLib, test-suite/bonds.cpp, testCached. */
  @Test
  void pricesAndYieldsAreQuantLibsCachedOnes() {
    isPrinted(B1 + ",'yield':0.02925", "clean", "99.204505");
    isPrinted(B1 + ",'clean':99.203125", "yield", "0.029257");
    isPrinted(B1 + ",'clean':99.203125,'compounding':'continuous'", "yield", "0.029045");
    isPrinted(B2 + ",'yield':0.03569", "clean", "99.687192");
    isPrinted(B2 + ",'clean':99.6875", "yield", "0.035689");
    isPrinted(B2 + ",'clean':99.6875,'compounding':'continuous'", "yield", "0.035375");
    isPrinted(B2 + ",'clean':99.6875", "continuousYield", "0.035375");
  }

  @Test
  void paymentsRolledOffHolidaysChangeThePrice() {
    isPrinted(B3 + ",'yield':0.02997,'calendar':'us-government-bond'", "clean", "99.764759");
    isPrinted(B3 + ",'yield':0.02997", "clean", "99.764874");
  }

  /** QuantLib, testCachedZero and testCachedFixed. */
  @Test
  void discountingAtAFlatContinuousRateGivesTheCachedPrices() {
    isPrinted(ZERO + "'maturity':'2008-11-30'", "clean", "88.551726");
    isPrinted(ZERO + "'maturity':'2007-11-30'", "clean", "91.278949");
    isPrinted(ZERO + "'maturity':'2006-11-30'", "clean", "94.098006");
    isPrinted(FIXED, "clean", "99.298100");
    isPrinted(STEPS + FIXED, "clean", "100.334149");
    String stub = FIXED.replace("2008-11-30", "2009-03-30") + ",'penultimateCoupon':'2008-11-30'";
    isPrinted(STEPS + stub, "clean", "100.382794");
  }

  /** QuantLib, testBasisPointValue. */
  @Test
  void basisPointsAreWorthWhatQuantLibSays() {
    String first = TREASURY + "'settlement':'2024-01-30'";
    isPrinted(first + ",'clean':102.890625", "yield", "0.0413015");
    isPrinted(first + ",'clean':102.890625", "accrued", "0.9375");
    isPrinted(first + ",'clean':102.890625", "bpv", "-795.459834");
    isPrinted(first + ",'clean':102.890625", "yieldValueOfBasisPoint", "-0.0012571287");
    assertThat(number(first + ",'clean':102.890625", "bpvRepriced"))
        .isCloseTo(-795.098, offset(1e-3));
    double yield = number(first + ",'clean':102.890625", "yield");
    String later = TREASURY + "'settlement':'2024-02-12','yield':" + yield;
    isPrinted(later, "bpv", "-793.149033");
    isPrinted(later, "yieldValueOfBasisPoint", "-0.0012607913");
  }

  /** QuantLib, testExCouponGilt and testExCouponAustralianBond, verified there with Bloomberg. */
  @ParameterizedTest
  @CsvSource({
    "2013-05-29, 3.8021978, 0.0749518, 5.6760445, 42.1531486",
    "2013-05-30, -0.1758242, 0.0749618, 5.8928163, 43.7562186",
    "2013-05-31, -0.1538462, 0.0749599, 5.8901860, 43.7239438",
  })
  void aGiltLosesItsCouponBeforeItIsPaid(
      String settlement, String accrued, String yield, String modified, String convexity) {
    String gilt = GILT + "'settlement':'" + settlement + "'";
    isPrinted(gilt, "accrued", accrued);
    isPrinted(gilt, "yield", yield);
    isPrinted(gilt, "modified", modified);
    isPrinted(gilt, "convexity", convexity);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-08-07, 2.867, 2.26276, 6.5487",
    "2014-08-08, -0.116, 2.32536, 6.7253",
    "2014-08-11, -0.066, 2.31732, 6.6841",
  })
  void anAustralianBondLosesItInDays(
      String settlement, String accrued, String modified, String convexity) {
    String bond = AUSTRALIAN + "'settlement':'" + settlement + "'";
    isPrinted(bond, "accrued", accrued);
    assertThat(number(bond, "modified")).isCloseTo(Double.parseDouble(modified), offset(2e-5));
    assertThat(number(bond, "convexity")).isCloseTo(Double.parseDouble(convexity), offset(1e-4));
  }

  /** ANDIMA's prices of NTN-F, in QuantLib, testBrazilianCached; yields there are truncated. */
  @ParameterizedTest
  @CsvSource({
    "2008-01-01, 0.114614, 1034.63031372",
    "2010-01-01, 0.105726, 1030.09919487",
    "2010-07-01, 0.105328, 1029.98307160",
    "2012-01-01, 0.104283, 1028.13585068",
    "2014-01-01, 0.103218, 1028.33383817",
    "2017-01-01, 0.102948, 1026.19716497",
  })
  void aBrazilianBondIsPricedInBusinessDays(String maturity, double yield, double price) {
    double dirty =
        number(
            "'coupon':0.1,'couponCompounding':'annual','issue':'2007-01-01','maturity':'"
                + maturity
                + "','settlement':'2007-06-06','dayCount':'30/360','yieldDayCount':'bus/252',"
                + "'compounding':'annual','calendar':'BRBD','roll':'following','yield':"
                + yield,
            "dirty");
    assertThat(10 * dirty).isCloseTo(price, offset(1e-4));
  }
}

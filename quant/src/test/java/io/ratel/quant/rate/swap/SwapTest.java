package io.ratel.quant.rate.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.quant.rate.Asked;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SwapTest {
  private static final String CACHED =
      "'spread':0.001,'start':'2002-06-19','maturity':'2012-06-19','fixedFrequency':1,"
          + "'floatingFrequency':2,'calendar':'EUTA','curve':{'rate':0.05},'fixedRate':";

  private static double swap(String json, String path) {
    return Asked.number(SwapFunctions.functions(), "rates/swap", "{" + json + "}", path);
  }

  private static double fra(String json, String path) {
    return Asked.number(SwapFunctions.functions(), "rates/fra", "{" + json + "}", path);
  }

  @Test
  void theValueIsQuantLibsCachedOne() {
    assertThat(swap(CACHED + "0.06", "npv")).isCloseTo(-5.872863313209, offset(1e-11));
  }

  /** Hull, Options, Futures and Other Derivatives, 8th ed., example 7.2. */
  @Test
  void aSwapUnderWayIsWorthWhatHullSays() {
    String json =
        "'fixedRate':0.08,'side':'receiver','start':'2019-10-15','maturity':'2021-04-15',"
            + "'valuation':'2020-01-15','fixing':0.102,'fixedFrequency':2,'floatingFrequency':2,"
            + "'floatingDayCount':'30/360','curve':{'times':[0.25,0.75,1.25],"
            + "'rates':[0.10,0.105,0.11],'dayCount':'30/360'}";
    assertThat(swap(json, "npv")).isCloseTo(-4.27, offset(5e-3));
    String bond = json + ",'notional':1";
    assertThat(swap(bond, "fixedLeg") + Math.exp(-0.11 * 1.25)).isCloseTo(0.98238, offset(5e-6));
    assertThat(swap(bond, "floatingLeg") + Math.exp(-0.11 * 1.25)).isCloseTo(1.02505, offset(5e-6));
  }

  @Property(tries = 30)
  void atItsParRateOrSpreadASwapIsWorthNothing(
      @ForAll @DoubleRange(min = 0.01, max = 0.1) double rate) {
    String json = CACHED + rate;
    double par = swap(json, "parRate");
    assertThat(swap(CACHED + par, "npv")).isCloseTo(0, offset(1e-12));
    String fair = json.replace("'spread':0.001", "'spread':" + swap(json, "parSpread"));
    assertThat(swap(fair, "npv")).isCloseTo(0, offset(1e-12));
    assertThat(swap(json, "npv"))
        .isCloseTo(100 * (par - rate) * swap(json, "annuity"), offset(1e-12));
    assertThat(swap(json + ",'side':'receiver'", "npv")).isEqualTo(-swap(json, "npv"));
    assertThat(swap(json, "fixedBpv"))
        .isCloseTo(swap(CACHED + (rate + 1e-4), "npv") - swap(json, "npv"), offset(1e-12));
    String raised = json.replace("'rate':0.05", "'rate':0.0501");
    assertThat(swap(json, "bpv")).isCloseTo(swap(raised, "npv") - swap(json, "npv"), offset(1e-12));
  }

  /** With one curve and no spread the floating side is worth its first discount less its last. */
  @Test
  void theFloatingSideTelescopes() {
    String json =
        "'fixedRate':0.03,'start':'2024-03-15','maturity':'2034-03-15',"
            + "'floatingDayCount':'act/360','curve':{'times':[1,5,10,20],"
            + "'rates':[0.02,0.03,0.035,0.034],'interpolation':'monotone-convex'}";
    double end = Math.exp(-0.035 * 10);
    double days = (3652 - 3650) / 365.0; // the curve counts act/365f
    assertThat(swap(json, "floatingLeg")).isCloseTo(100 * (1 - end), offset(100 * 0.04 * days));
  }

  @Test
  void aForwardRateAgreementIsHulls() {
    String json = "'rate':0.04,'start':3,'end':3.25,'side':'receiver','notional':1e8,";
    assertThat(fra(json + "'referenceRate':0.045,'curve':{'rate':0.04}", "payoff"))
        .isCloseTo(-125_000, offset(1e-6));
    String free = "'start':1,'end':1.5,'curve':{'rate':0.05},'rate':";
    double forward = 2 * Math.expm1(0.025);
    assertThat(fra(free + forward, "value")).isCloseTo(0, offset(1e-12));
    assertThat(fra(free + "0.04", "forward")).isCloseTo(forward, offset(1e-14));
    assertThat(
            fra(free + "0.04,'referenceRate':0.0601", "value")
                - fra(free + "0.04,'referenceRate':0.06", "value"))
        .isCloseTo(fra(free + "0.04,'referenceRate':0.06", "bpv"), offset(1e-12));
  }

  @Test
  void refusesAPeriodWithoutItsFixing() {
    Asked.refuses(
        SwapFunctions.functions(),
        "rates/swap",
        "{" + CACHED + "0.06,'valuation':'2003-01-15'}",
        "fixing",
        "must be given");
    Asked.refuses(
        SwapFunctions.functions(),
        "rates/swap",
        "{" + CACHED.replace("2012", "2002") + "0.06}",
        "maturity",
        "after");
    Asked.refuses(
        SwapFunctions.functions(),
        "rates/swap",
        "{" + CACHED.replace("'fixedFrequency':1", "'fixedFrequency':5") + "0.06}",
        "fixedFrequency",
        "1, 2, 3, 4, 6 or 12");
  }
}

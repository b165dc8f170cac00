package io.ratel.quant.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.quant.rate.Asked;
import org.junit.jupiter.api.Test;

class BillTest {
  private static double bill(String json, String path) {
    return Asked.number(Bonds.functions(), "bonds/bill", "{" + json + "}", path);
  }

  /** Microsoft Excel's examples of TBILLPRICE, TBILLYIELD and TBILLEQ. */
  @Test
  void aSpreadsheetsExamplesComeOut() {
    String dates = "'settlement':'2008-03-31','maturity':'2008-06-01',";
    assertThat(bill(dates + "'discountRate':0.09", "price")).isCloseTo(98.45, offset(5e-3));
    assertThat(bill(dates + "'price':98.45", "moneyMarketYield")).isCloseTo(0.091417, offset(5e-7));
    assertThat(bill(dates + "'discountRate':0.0914", "bondEquivalentYield"))
        .isCloseTo(0.09415, offset(5e-6));
    assertThat(bill(dates + "'price':98.45", "days")).isEqualTo(62);
  }

  /** Hull, Options, Futures and Other Derivatives, section 6.1: a quote of 8 for 91 days. */
  @Test
  void hullsQuoteGivesHisPrice() {
    String dates = "'settlement':'2020-01-01','maturity':'2020-04-01',";
    assertThat(bill(dates + "'discountRate':0.08", "price")).isCloseTo(97.9778, offset(5e-5));
  }

  @Test
  void beyondHalfAYearTheTwoWaysToEarnAreEqual() {
    String dates = "'settlement':'2020-01-01','maturity':'2020-12-30',";
    double y = bill(dates + "'price':95", "bondEquivalentYield");
    assertThat((1 + y / 2) * (1 + (364 / 365.0 - 0.5) * y)).isCloseTo(100 / 95.0, offset(1e-14));
    double rate = bill(dates + "'price':95", "discountRate");
    assertThat(bill(dates + "'discountRate':" + rate, "price")).isCloseTo(95, offset(1e-12));
  }

  @Test
  void refusalsNameTheInputAndTheRule() {
    var all = Bonds.functions();
    Asked.refuses(
        all,
        "bonds/bill",
        "{'settlement':'2020-01-01','maturity':'2020-12-30'}",
        "discountRate",
        "or else price");
    Asked.refuses(
        all,
        "bonds/bill",
        "{'settlement':'2020-01-01','maturity':'2020-12-30','discountRate':2}",
        "discountRate",
        "positive price");
    Asked.refuses(
        all,
        "bonds/bill",
        "{'settlement':'2020-01-01','maturity':'2030-12-30','price':99}",
        "maturity",
        "two years");
  }
}

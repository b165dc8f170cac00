package io.ratel.quant.bond;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.rate.date.DayCount;
import java.util.List;

/** The functions of the area {@code bonds}. */
public final class Bonds {
  private Bonds() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        declared(
            "price",
            "Bond price from its yield",
            "QuantLib, test-suite/bonds.cpp, testCached, bond 2",
            "{\"coupon\":0.035,\"frequency\":2,\"issue\":\"2004-11-15\","
                + "\"maturity\":\"2009-11-15\",\"settlement\":\"2004-11-23\","
                + "\"dayCount\":\"act/act-icma\",\"yield\":0.03569,"
                + "\"compounding\":\"compounded\"}",
            "{\"clean\":99.687192}"),
        declared(
            "yield",
            "Bond yield from its price",
            "QuantLib, test-suite/bonds.cpp, testBasisPointValue",
            "{\"coupon\":0.045,\"frequency\":2,\"issue\":\"2023-11-15\","
                + "\"maturity\":\"2033-08-15\",\"rule\":\"forward\","
                + "\"settlement\":\"2024-01-30\",\"dayCount\":\"30u/360\","
                + "\"clean\":102.890625,\"notional\":1000000}",
            "{\"yield\":0.0413015,\"bpv\":-795.459834,"
                + "\"yieldValueOfBasisPoint\":-0.0012571287}"),
        CurvePricing.function(),
        CreditFunction.function(),
        BillFunction.function());
  }

  private static QuantFunction<?, ?> declared(
      String name, String title, String source, String question, String figures) {
    return QuantFunction.of("bonds", name, title, BondQuestion.class, BondFigures.class)
        .formula("dirty = Σ amount·discount(yield, years); clean = dirty − accrued")
        .convention(
            "Prices are per 100 of face value. Payments on the settlement day are the seller's."
                + " Times are measured from payment to payment in their coupon periods. bpv is as"
                + " in QuantLib: −modified·dirty·0.0001 plus half the convexity divided by 100;"
                + " bpvRepriced takes the convexity whole. yieldValueOfBasisPoint is in per cent,"
                + " for 0.01 per 100 of price.")
        .chosen(
            asked ->
                "Coupons "
                    + DayCount.ofBond("dayCount", asked.dayCount()).label()
                    + ", yield "
                    + asked.yields().label()
                    + ", "
                    + asked.compounded().label()
                    + ".")
        .reference(
            "J. J. Lynch and J. H. Mayle, Standard Securities Calculation Methods (1986); F. J."
                + " Fabozzi, Fixed Income Mathematics (2006), chapters 5 to 12")
        .example(source, question, figures)
        .computes(BondPricing::figures);
  }
}

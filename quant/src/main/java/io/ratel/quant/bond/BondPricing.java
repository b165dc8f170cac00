package io.ratel.quant.bond;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.rate.Compounding;
import io.ratel.quant.rate.date.CouponPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bonds/price} and {@code bonds/yield}: one computation from either side. */
final class BondPricing {
  private static final double BASIS_POINT = 1e-4;

  private BondPricing() {}

  static BondFigures figures(BondQuestion asked) {
    BondTerms terms = asked.terms();
    Bond bond = terms.bond();
    LocalDate settlement = terms.settles();
    Compounding compounding = asked.compounded();
    List<Flow> flows = bond.flows(settlement);
    double[] amounts = flows.stream().mapToDouble(Flow::amount).toArray();
    double[] years = bond.years(flows, settlement, asked.yields());
    double accrued = bond.accrued(settlement);
    double yield =
        asked.yield().orElseGet(() -> solved(asked, amounts, years, accrued, compounding));
    double dirty = Yields.value(amounts, years, yield, compounding);
    if (!(dirty > 0 && dirty < Double.POSITIVE_INFINITY)) {
      throw new InvalidArgumentException(
          "yield",
          Double.toString(yield),
          "must give a positive price when it is " + compounding.label());
    }
    double modified = Yields.modified(amounts, years, yield, compounding);
    double convexity = Yields.convexity(amounts, years, yield, compounding);
    double perNotional = asked.notional() / 100;
    Optional<CouponPeriod> period = bond.period(settlement);
    double coupon = period.map(p -> bond.coupons()[bond.periods().indexOf(p)]).orElse(0.0);
    return new BondFigures(
        yield,
        dirty - accrued,
        dirty,
        accrued,
        bond.accruedDays(settlement),
        Yields.macaulay(amounts, years, yield, compounding),
        modified,
        convexity,
        perNotional * bpv(dirty, modified, convexity),
        perNotional * (Yields.value(amounts, years, yield + BASIS_POINT, compounding) - dirty),
        -1 / (dirty * modified),
        100 * coupon / (dirty - accrued),
        continuous(compounding, yield),
        period.map(CouponPeriod::start).orElse(bond.issue()),
        flows.getFirst().date(),
        cashFlows(flows, amounts, years, yield, compounding));
  }

  /**
   * The change of the price for a basis point as QuantLib gives it: the duration's part and half of
   * the convexity quoted the traders' way, a hundredth of it.
   */
  private static double bpv(double dirty, double modified, double convexity) {
    return dirty * BASIS_POINT * (-modified + 0.5 * BASIS_POINT * convexity / 100);
  }

  private static double solved(
      BondQuestion asked,
      double[] amounts,
      double[] years,
      double accrued,
      Compounding compounding) {
    String field = asked.dirty().isPresent() ? "dirty" : "clean";
    double price = asked.dirty().or(asked::clean).orElseThrow();
    double dirty = asked.dirty().orElse(price + accrued);
    double yield = dirty > 0 ? Yields.yield(amounts, years, dirty, compounding) : Double.NaN;
    if (Double.isNaN(yield)) {
      throw new InvalidArgumentException(
          field, Double.toString(price), "must be a price that some yield gives");
    }
    return yield;
  }

  /** Of money that stays a year. */
  private static double continuous(Compounding compounding, double yield) {
    return -Math.log(compounding.discount(yield, 1));
  }

  private static List<BondFigures.CashFlow> cashFlows(
      List<Flow> flows, double[] amounts, double[] years, double yield, Compounding compounding) {
    List<BondFigures.CashFlow> rows = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] != 0) {
        rows.add(
            new BondFigures.CashFlow(
                flows.get(i).date(),
                amounts[i],
                years[i],
                amounts[i] * compounding.discount(yield, years[i])));
      }
    }
    return rows;
  }
}

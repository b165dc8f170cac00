package io.ratel.quant.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.StandardId;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.DaysAdjustment;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.RollConventions;
import com.opengamma.strata.basics.schedule.StubConvention;
import com.opengamma.strata.pricer.bond.DiscountingFixedCouponBondProductPricer;
import com.opengamma.strata.product.LegalEntityId;
import com.opengamma.strata.product.SecurityId;
import com.opengamma.strata.product.bond.FixedCouponBond;
import com.opengamma.strata.product.bond.FixedCouponBondYieldConvention;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import io.ratel.quant.rate.Asked;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/**
 * OpenGamma's Strata as the oracle of American street prices, yields, durations and convexities.
 */
class StrataTest {
  private static final DiscountingFixedCouponBondProductPricer STRATA =
      DiscountingFixedCouponBondProductPricer.DEFAULT;

  private static ResolvedFixedCouponBond bond(LocalDate issue, LocalDate maturity, double coupon) {
    return FixedCouponBond.builder()
        .securityId(SecurityId.of("test", "bond"))
        .dayCount(DayCounts.ACT_ACT_ICMA)
        .fixedRate(coupon)
        .legalEntityId(LegalEntityId.of(StandardId.of("test", "issuer")))
        .currency(Currency.USD)
        .notional(100)
        .accrualSchedule(
            PeriodicSchedule.builder()
                .startDate(issue)
                .endDate(maturity)
                .frequency(Frequency.P6M)
                .businessDayAdjustment(BusinessDayAdjustment.NONE)
                .stubConvention(StubConvention.SHORT_INITIAL)
                .rollConvention(RollConventions.NONE)
                .build())
        .settlementDateOffset(DaysAdjustment.ofBusinessDays(1, HolidayCalendarIds.SAT_SUN))
        .yieldConvention(FixedCouponBondYieldConvention.US_STREET)
        .build()
        .resolve(ReferenceData.standard());
  }

  @Property(tries = 300)
  void americanBondsAreStratas(
      @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.12) double coupon,
      @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.2) double yield,
      @ForAll @IntRange(max = 5_000) int start,
      @ForAll @IntRange(min = 1, max = 28) int day,
      @ForAll @IntRange(min = 2, max = 60) int halves,
      @ForAll @IntRange(min = 1, max = 99) int through) {
    LocalDate issue = LocalDate.of(2005, 1, 1).plusDays(start).withDayOfMonth(day);
    LocalDate maturity = issue.plusMonths(6L * halves);
    long days = maturity.minusMonths(7).toEpochDay() - issue.toEpochDay();
    LocalDate settlement = issue.plusDays(Math.max(1, days * through / 100));
    ResolvedFixedCouponBond theirs = bond(issue, maturity, coupon);
    double dirty = STRATA.dirtyPriceFromYield(theirs, settlement, yield);
    BondFigures ours =
        (BondFigures)
            Asked.answer(
                Bonds.functions(),
                "bonds/price",
                "{'coupon':%s,'issue':'%s','maturity':'%s','settlement':'%s','yield':%s}"
                    .formatted(coupon, issue, maturity, settlement, yield));
    assertThat(ours.dirty()).isCloseTo(100 * dirty, offset(1e-9));
    assertThat(ours.clean())
        .isCloseTo(100 * STRATA.cleanPriceFromDirtyPrice(theirs, settlement, dirty), offset(1e-9));
    assertThat(ours.modified())
        .isCloseTo(STRATA.modifiedDurationFromYield(theirs, settlement, yield), offset(1e-9));
    assertThat(ours.macaulay())
        .isCloseTo(STRATA.macaulayDurationFromYield(theirs, settlement, yield), offset(1e-9));
    assertThat(ours.convexity())
        .isCloseTo(STRATA.convexityFromYield(theirs, settlement, yield), offset(1e-7));
    assertThat(100 * STRATA.yieldFromDirtyPrice(theirs, settlement, dirty))
        .isCloseTo(100 * ours.yield(), offset(1e-7));
  }
}

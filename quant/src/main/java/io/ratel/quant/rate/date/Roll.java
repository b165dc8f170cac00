package io.ratel.quant.rate.date;

import com.opengamma.strata.basics.date.BusinessDayConvention;
import com.opengamma.strata.basics.date.BusinessDayConventions;
import com.opengamma.strata.basics.date.HolidayCalendar;
import io.ratel.quant.function.Choice;
import java.time.LocalDate;

/** Where a date goes that falls on a holiday: 2006 ISDA Definitions, section 4.12. */
public enum Roll implements Choice {
  UNADJUSTED("unadjusted", BusinessDayConventions.NO_ADJUST),
  FOLLOWING("following", BusinessDayConventions.FOLLOWING),
  MODIFIED_FOLLOWING("modifiedFollowing", BusinessDayConventions.MODIFIED_FOLLOWING),
  HALF_MONTH_MODIFIED_FOLLOWING(
      "halfMonthModifiedFollowing", BusinessDayConventions.MODIFIED_FOLLOWING_BI_MONTHLY),
  PRECEDING("preceding", BusinessDayConventions.PRECEDING),
  MODIFIED_PRECEDING("modifiedPreceding", BusinessDayConventions.MODIFIED_PRECEDING),
  NEAREST("nearest", BusinessDayConventions.NEAREST);

  private final String label;
  private final BusinessDayConvention convention;

  Roll(String label, BusinessDayConvention convention) {
    this.label = label;
    this.convention = convention;
  }

  @Override
  public String label() {
    return label;
  }

  public LocalDate rolled(LocalDate date, HolidayCalendar calendar) {
    return convention.adjust(date, calendar);
  }
}

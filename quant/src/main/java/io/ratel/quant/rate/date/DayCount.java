package io.ratel.quant.rate.date;

import static java.time.temporal.ChronoUnit.DAYS;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.time.LocalDate;

/** How a contract turns two dates into a time. Safe for any thread. */
public enum DayCount {
  ACT_360("act/360", "Actual/360", "A/360"),
  ACT_365F(
      "act/365f",
      "act/365",
      "act/365-fixed",
      "Actual/365 (Fixed)",
      "Actual/365",
      "A/365F",
      "A/365"),
  ACT_364("act/364", "Actual/364"),
  ACT_366("act/366", "Actual/366"),
  ACT_365_25("act/365.25", "Actual/365.25"),
  ACT_365L("act/365l", "Actual/365L", "ISMA-Year"),
  ACT_365A("act/365a", "act/365-actual", "Actual/365A"),
  ACT_365_CANADIAN("act/365-canadian", "Actual/365 (Fixed) Canadian Bond"),
  ACT_ACT_ISDA("act/act-isda", "act/act", "Actual/Actual (ISDA)", "Actual/Actual", "act/365-isda"),
  ACT_ACT_ICMA(
      "act/act-icma",
      "act/act-isma",
      "act/act-bond",
      "Actual/Actual (ICMA)",
      "Actual/Actual (ISMA)",
      "Actual/Actual (Bond)",
      "icma",
      "isma"),
  ACT_ACT_AFB("act/act-afb", "Actual/Actual (AFB)", "Actual/Actual (Euro)", "act/act-euro", "afb"),
  NL_365("nl/365", "act/365-no-leap", "Actual/365 (No Leap)", "NL365"),
  THIRTY_360(
      "30/360", "30/360-bond-basis", "30/360 (Bond Basis)", "bond-basis", "30A/360", "360/360"),
  THIRTY_E_360(
      "30e/360",
      "30/360-eurobond",
      "30/360 (Eurobond Basis)",
      "eurobond-basis",
      "eurobond",
      "30e/360-eurobond",
      "30e/360 (Eurobond Basis)",
      "30/360-european"),
  THIRTY_E_PLUS_360("30e+/360"),
  THIRTY_U_360("30u/360", "30/360-us", "30/360-usa", "30US/360"),
  THIRTY_E_360_ISDA("30e/360-isda", "30/360-isda", "30/360 (German)", "german"),
  THIRTY_365("30/365"),
  ONE("1/1", "one"),
  BUSINESS_252("business/252", "bus/252", "bu/252");

  /** What the names are, for people. */
  public static final String LISTED =
      "act/360, act/365f, act/364, act/366, act/365.25, act/365l, act/365a, act/365-canadian,"
          + " act/act-isda, act/act-icma, act/act-afb, nl/365, 30/360 (bond basis), 30e/360"
          + " (eurobond), 30e+/360, 30u/360 (US), 30e/360-isda, 30/365, 1/1 or business/252";

  private static final Names<DayCount> NAMES = new Names<>("must be one of " + LISTED);

  static {
    for (DayCount each : values()) {
      NAMES.add(each.label, each);
      for (String other : each.others) {
        NAMES.add(other, each);
      }
    }
  }

  private final String label;
  private final String[] others;

  DayCount(String label, String... others) {
    this.label = label;
    this.others = others;
  }

  public String label() {
    return label;
  }

  /**
   * By any of its names, without regard to case and punctuation.
   *
   * @param field what the name was given as
   * @throws InvalidArgumentException when there is none of that name
   */
  public static DayCount named(String field, String name) {
    return NAMES.find(field, name);
  }

  /**
   * By name, as bonds mean it: where act/act says no more, it is that of coupon periods.
   *
   * @param field what the name was given as
   * @throws InvalidArgumentException when there is none of that name
   */
  public static DayCount ofBond(String field, String name) {
    boolean plain = name.matches("(?i)\\W*(act|actual)\\W*(act|actual)\\W*");
    return plain ? ACT_ACT_ICMA : named(field, name);
  }

  /** Years between two dates that are a period of their own; negative when they are turned. */
  public double years(LocalDate from, LocalDate to) {
    return years(
        from, to, Reference.of(from.isBefore(to) ? from : to, from.isBefore(to) ? to : from));
  }

  /** Years between two dates; negative when they are turned. */
  public double years(LocalDate from, LocalDate to, Reference reference) {
    if (from.isAfter(to)) {
      return -years(to, from, reference);
    }
    return switch (this) {
      case ACT_360, THIRTY_360, THIRTY_E_360, THIRTY_E_PLUS_360, THIRTY_U_360, THIRTY_E_360_ISDA ->
          days(from, to, reference) / 360.0;
      case ACT_365F, NL_365, THIRTY_365 -> days(from, to, reference) / 365.0;
      case ACT_364 -> days(from, to, reference) / 364.0;
      case ACT_366 -> days(from, to, reference) / 366.0;
      case ACT_365_25 -> days(from, to, reference) / 365.25;
      case ACT_365A ->
          DAYS.between(from, to)
              / (ActualActual.leapDays(from.plusDays(1), to) > 0 ? 366.0 : 365.0);
      case ACT_365L -> ActualActual.sterling(from, to, reference);
      case ACT_365_CANADIAN -> ActualActual.canadian(from, to, reference);
      case ACT_ACT_ISDA -> ActualActual.isda(from, to);
      case ACT_ACT_ICMA -> ActualActual.icma(from, to, reference);
      case ACT_ACT_AFB -> ActualActual.afb(from, to);
      case ONE -> from.equals(to) ? 0 : 1;
      case BUSINESS_252 -> days(from, to, reference) / 252.0;
    };
  }

  /** The days that are counted; negative when the dates are turned. */
  public long days(LocalDate from, LocalDate to, Reference reference) {
    if (from.isAfter(to)) {
      return -days(to, from, reference);
    }
    return switch (this) {
      case THIRTY_360, THIRTY_365 -> Thirty.bondBasis(from, to);
      case THIRTY_E_360 -> Thirty.eurobond(from, to);
      case THIRTY_E_PLUS_360 -> Thirty.eurobondPlus(from, to);
      case THIRTY_U_360 -> Thirty.american(from, to);
      case THIRTY_E_360_ISDA ->
          Thirty.isda(from, to, reference.termination().orElse(LocalDate.MAX));
      case NL_365 -> DAYS.between(from, to) - ActualActual.leapDays(from.plusDays(1), to);
      case BUSINESS_252 ->
          Calendars.named("calendar", reference.calendar().orElse("BRBD")).daysBetween(from, to);
      default -> DAYS.between(from, to);
    };
  }
}

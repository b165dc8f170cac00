package io.ratel.quant.rate.date;

import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendars;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.util.List;

/** Calendars of holidays by their codes and common names; several joined by a plus sign. */
public final class Calendars {
  /** What the codes are, for people. */
  public static final String LISTED =
      "none, weekends, USGS (US government bonds), USNY (New York), NYFD (Federal Reserve), NYSE,"
          + " GBLO (London), EUTA (TARGET), FRPA, DEFR, CHZU, JPTO, AUSY, NZBD, NZAU, NZWE, BRBD,"
          + " CATO, CAMO, CZPR, DKCO, HUBU, MXMC, NOOS, PLWA, SEST, THBA, ZAJO, or some joined"
          + " by +";

  /** Before and after these years the calendars know weekends alone. */
  public static final int FIRST_YEAR = 1950;

  public static final int LAST_YEAR = 2099;

  private static final List<String> CODES =
      List.of(
          "USGS", "USNY", "NYFD", "NYSE", "GBLO", "EUTA", "FRPA", "DEFR", "CHZU", "JPTO", "AUSY",
          "NZBD", "NZAU", "NZWE", "BRBD", "CATO", "CAMO", "CZPR", "DKCO", "HUBU", "MXMC", "NOOS",
          "PLWA", "SEST", "THBA", "ZAJO");
  private static final Names<HolidayCalendar> NAMES = new Names<>("must be a calendar: " + LISTED);

  static {
    NAMES.add("none", HolidayCalendars.NO_HOLIDAYS);
    NAMES.add("null", HolidayCalendars.NO_HOLIDAYS);
    NAMES.add("NoHolidays", HolidayCalendars.NO_HOLIDAYS);
    NAMES.add("weekends", HolidayCalendars.SAT_SUN);
    NAMES.add("WeekendsOnly", HolidayCalendars.SAT_SUN);
    NAMES.add("Sat/Sun", HolidayCalendars.SAT_SUN);
    for (String code : CODES) {
      NAMES.add(code, HolidayCalendars.of(code));
    }
    also("USGS", "us-government-bond", "us-government-bonds", "us-government-bond-market", "SIFMA");
    also("USGS", "UnitedStates::GovernmentBond");
    also("USNY", "us", "us-settlement", "UnitedStates", "UnitedStates::Settlement", "new-york");
    also("NYFD", "us-federal-reserve", "federal-reserve");
    also("NYSE", "us-nyse", "UnitedStates::NYSE", "new-york-stock-exchange");
    also("GBLO", "uk", "united-kingdom", "london");
    also("EUTA", "target", "TARGET2", "euro");
    also("JPTO", "japan", "tokyo");
    also("BRBD", "brazil");
    also("CATO", "canada", "toronto");
    also("AUSY", "australia", "sydney");
    also("CHZU", "switzerland", "zurich");
  }

  private Calendars() {}

  private static void also(String code, String... names) {
    for (String name : names) {
      NAMES.add(name, HolidayCalendars.of(code));
    }
  }

  /**
   * By code or name.
   *
   * @param field what the name was given as
   * @throws InvalidArgumentException when there is none of that name
   */
  public static HolidayCalendar named(String field, String name) {
    String[] parts = name.split("\\+", -1);
    if (parts.length > 8) {
      throw new InvalidArgumentException(field, name, "must join at most 8 calendars");
    }
    HolidayCalendar all = HolidayCalendars.NO_HOLIDAYS;
    for (String part : parts) {
      all = all.combinedWith(NAMES.find(field, part));
    }
    return all;
  }
}

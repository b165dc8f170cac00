package io.ratel.quant.rate.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.quant.rate.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private static Object asked(String json, String path) {
    return Asked.figure(
        Asked.answer(DateFunctions.functions(), "rates/calendar", "{" + json + "}"), path);
  }

  @ParameterizedTest
  @CsvSource({
    "2008-11-30, USGS, modifiedFollowing, 2008-11-28",
    "2008-11-30, USGS, following, 2008-12-01",
    "2008-11-30, UnitedStates(GovernmentBond), modifiedFollowing, 2008-11-28",
    "2005-05-30, us-government-bond, modifiedFollowing, 2005-05-31", // Memorial Day
    "2024-03-29, TARGET, following, 2024-04-02", // Good Friday and Easter Monday
    "2024-03-29, TARGET, preceding, 2024-03-28",
    "2024-03-31, TARGET, modifiedFollowing, 2024-03-28",
    "2024-06-01, weekends, modified-preceding, 2024-06-03",
    "2024-06-01, none, following, 2024-06-01",
    "2024-05-27, GBLO+NYSE, following, 2024-05-28",
  })
  void aHolidayIsLeftByTheConvention(String date, String calendar, String roll, String expected) {
    String json = "'date':'%s','calendar':'%s','convention':'%s'".formatted(date, calendar, roll);
    assertThat(asked(json, "adjusted")).hasToString(expected);
  }

  @Test
  void holidaysAndBusinessDaysAreCounted() {
    String year = "'date':'2024-01-01','calendar':'NYSE','to':'2025-01-01','businessDays':252";
    assertThat(asked(year, "holidays"))
        .isEqualTo(
            List.of(
                "2024-01-01",
                "2024-01-15",
                "2024-02-19",
                "2024-03-29",
                "2024-05-27",
                "2024-06-19",
                "2024-07-04",
                "2024-09-02",
                "2024-11-28",
                "2024-12-25"));
    assertThat(asked(year, "businessDaysBetween")).isEqualTo(252);
    assertThat(asked(year, "shifted")).hasToString("2024-12-31");
    assertThat(asked(year, "businessDay")).isEqualTo(false);
    assertThat(asked(year, "next")).hasToString("2024-01-02");
    assertThat(asked(year, "previous")).hasToString("2023-12-29");
  }

  @Test
  void refusesYearsOfWhichNoHolidaysAreKnown() {
    Asked.refuses(
        DateFunctions.functions(),
        "rates/calendar",
        "{'date':'2110-01-01','calendar':'USGS'}",
        "date",
        "1950 to 2099");
    Asked.refuses(
        DateFunctions.functions(),
        "rates/calendar",
        "{'date':'2010-01-01','calendar':'USGS','to':'2009-01-01'}",
        "to",
        "from the date on");
  }
}

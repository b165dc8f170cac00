package io.ratel.quant.rate.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.schedule.Frequency;
import io.ratel.quant.rate.Asked;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCountTest {
  private static double asked(String json, String path) {
    return Asked.number(DateFunctions.functions(), "rates/day-count", "{" + json + "}", path);
  }

  /**
   * ISDA, EMU and Market Conventions (1998), and QuantLib, test-suite/daycounters.cpp; but for the
   * ISDA column of 15-Jul-2003, where the memorandum's own figure differs.
   */
  @ParameterizedTest
  @CsvSource({
    "2003-11-01, 2004-05-01, '', '', .497724380567, .500000000000, .497267759563",
    "1999-02-01, 1999-07-01, 1998-07-01, 1999-07-01, .410958904110, .410958904110, .410958904110",
    "1999-07-01, 2000-07-01, '', '', 1.001377348600, 1.000000000000, 1.000000000000",
    "2002-08-15, 2003-07-15, 2003-01-15, 2003-07-15, .915068493151, .915760869565, .915068493151",
    "2003-07-15, 2004-01-15, '', '', .504004790778, .500000000000, .504109589041",
    "1999-07-30, 2000-01-30, '', '', .503892506924, .500000000000, .504109589041",
    "2000-01-30, 2000-06-30, 2000-01-30, 2000-07-30, .415300546448, .417582417582, .415300546448",
  })
  void actualActualIsThePrintedTime(
      String from, String to, String start, String end, double isda, double icma, double afb) {
    String dates = "'from':'" + from + "','to':'" + to + "'";
    if (!start.isEmpty()) {
      dates += ",'referenceStart':'" + start + "','referenceEnd':'" + end + "'";
    }
    assertThat(asked(dates + ",'convention':'act/act-isda'", "years"))
        .isCloseTo(isda, offset(1e-10));
    assertThat(asked(dates + ",'convention':'Act/Act ISMA'", "years"))
        .isCloseTo(icma, offset(1e-10));
    assertThat(asked(dates + ",'convention':'actActAfb'", "years")).isCloseTo(afb, offset(1e-10));
  }

  /** QuantLib, testActualActualIsma and testActualActualWithSchedule. */
  @ParameterizedTest
  @CsvSource({
    "2000-01-30, 2000-06-30, 2000-01-30, 2000-07-30, 2, 0.41758241758",
    "1999-11-30, 2000-04-30, 1999-11-30, 2000-02-29, 4, 0.4194444444",
    "2017-01-17, 2017-08-31, 2017-02-28, 2017-08-31, 2, 0.6160220994",
  })
  void oddPeriodsAreCutIntoRegularOnes(
      String from, String to, String start, String end, int frequency, double years) {
    String json =
        ("'convention':'act/act-icma','from':'%s','to':'%s','referenceStart':'%s',"
                + "'referenceEnd':'%s'")
            .formatted(from, to, start, end);
    assertThat(asked(json + ",'frequency':" + frequency, "years")).isCloseTo(years, offset(1e-10));
  }

  /** ISDA, 30/360 day count conventions, worked examples (2008), as in QuantLib. */
  @ParameterizedTest
  @CsvSource({
    "2006-08-20, 2007-02-20, 180, 180, 180, 180",
    "2006-08-31, 2007-02-28, 178, 178, 178, 180",
    "2007-02-28, 2007-08-31, 183, 182, 180, 180",
    "2007-08-31, 2008-02-29, 179, 179, 179, 180",
    "2008-02-29, 2008-08-31, 182, 181, 180, 180",
    "2008-08-31, 2009-02-28, 178, 178, 178, 180",
    "2009-02-28, 2009-08-31, 183, 182, 180, 180",
    "2011-08-31, 2012-02-29, 179, 179, 179, 179",
    "2006-01-31, 2006-02-28, 28, 28, 28, 30",
    "2006-02-28, 2006-03-03, 5, 5, 3, 3",
    "2006-02-14, 2006-02-28, 14, 14, 14, 16",
    "2006-09-30, 2006-10-31, 30, 30, 30, 30",
    "2006-10-31, 2006-11-28, 28, 28, 28, 28",
    "2008-02-28, 2008-08-31, 183, 182, 183, 182",
    "2007-02-26, 2008-02-28, 362, 362, 362, 362",
    "2007-02-26, 2008-02-29, 363, 363, 363, 364",
    "2008-02-29, 2009-02-28, 359, 359, 360, 360",
    "2008-02-28, 2008-03-31, 33, 32, 33, 32",
  })
  void thirtyDaysAMonthAreThePrintedDays(
      String from, String to, long bond, long eurobond, long american, long isda) {
    String dates = "'from':'" + from + "','to':'" + to + "','termination':'2012-02-29'";
    assertThat(asked(dates + ",'convention':'Bond Basis'", "days")).isEqualTo(bond);
    assertThat(asked(dates + ",'convention':'30/360 Eurobond'", "days")).isEqualTo(eurobond);
    assertThat(asked(dates + ",'convention':'30/360 USA'", "days")).isEqualTo(american);
    assertThat(asked(dates + ",'convention':'30/360 ISDA'", "days")).isEqualTo(isda);
    assertThat(asked(dates + ",'convention':'30/360'", "years")).isEqualTo(bond / 360.0);
  }

  @ParameterizedTest
  @CsvSource({
    "Actual/365F, act/365f",
    "Actual365Fixed, act/365f",
    "ActualActual::ISDA, act/act-isda",
    "ActualActual(Bond), act/act-icma",
    "Actual/Actual AFB, act/act-afb",
    "Actual/365 No Leap, nl/365",
    "Thirty360(BondBasis), 30/360",
    "Thirty360::European, 30e/360",
    "30E/360 Eurobond, 30e/360",
    "30E/360 (Eurobond Basis), 30e/360",
    "Thirty360::USA, 30u/360",
    "Thirty/360 ISDA, 30e/360-isda",
    "Thirty365, 30/365",
  })
  void oneDayCountHasManySpellings(String spelled, String label) {
    assertThat(DayCount.named("convention", spelled).label()).isEqualTo(label);
  }

  /** QuantLib, testBusiness252, testAct366, testAct36525 and testThirty365. */
  @ParameterizedTest
  @CsvSource({
    "business/252, 2002-02-01, 2002-02-04, 0.0039682539683",
    "business/252, 2002-02-04, 2003-05-16, 1.2738095238095",
    "business/252, 2003-12-17, 2004-12-17, 0.9960317460317",
    "business/252, 2004-12-17, 2005-12-19, 1.0000000000000",
    "business/252, 2006-05-15, 2006-03-17, -0.1507936507937",
    "business/252, 2007-06-28, 2009-09-16, 2.214285714286",
    "business/252, 2009-09-16, 2016-07-26, 6.84126984127",
    "act/366, 2002-02-04, 2003-05-16, 1.27322404371585",
    "act/366, 2006-05-15, 2006-03-17, -0.16120218579235",
    "act/365.25, 2009-09-16, 2016-07-26, 6.85831622176591",
    "30/365, 2011-06-17, 2012-12-30, 1.51506849315068",
    "1/1, 2004-01-01, 2004-04-01, 1",
  })
  void othersAreThePrintedTime(String convention, String from, String to, double years) {
    String json = "'convention':'%s','from':'%s','to':'%s'".formatted(convention, from, to);
    assertThat(asked(json, "years")).isCloseTo(years, offset(1e-12));
  }

  private static final LocalDate FIRST = LocalDate.of(1996, 1, 1);

  /** Strata's day counts, which were written from the same texts by others. */
  @Property(tries = 3000)
  void agreesWithStrata(
      @ForAll @IntRange(max = 4000) int offset, @ForAll @IntRange(max = 3000) int length) {
    LocalDate from = FIRST.plusDays(offset);
    LocalDate to = from.plusDays(length);
    Map.of(
            DayCount.ACT_360, DayCounts.ACT_360,
            DayCount.ACT_364, DayCounts.ACT_364,
            DayCount.ACT_365F, DayCounts.ACT_365F,
            DayCount.ACT_365A, DayCounts.ACT_365_ACTUAL,
            DayCount.ACT_ACT_ISDA, DayCounts.ACT_ACT_ISDA,
            DayCount.NL_365, DayCounts.NL_365,
            DayCount.THIRTY_360, DayCounts.THIRTY_360_ISDA,
            DayCount.THIRTY_E_360, DayCounts.THIRTY_E_360,
            DayCount.THIRTY_E_PLUS_360, DayCounts.THIRTY_EPLUS_360)
        .forEach(
            (ours, theirs) ->
                assertThat(ours.years(from, to))
                    .as(ours + " " + from + " " + to)
                    .isCloseTo(theirs.yearFraction(from, to), offset(1e-14)));
    if (to.getMonthValue() != 2 || to.getDayOfMonth() < 28) { // where Strata does not see the 29th
      assertThat(DayCount.ACT_ACT_AFB.years(from, to))
          .isCloseTo(DayCounts.ACT_ACT_AFB.yearFraction(from, to), offset(1e-14));
    }
    assertThat(DayCount.THIRTY_U_360.years(from, to))
        .isCloseTo(DayCounts.THIRTY_U_360_EOM.yearFraction(from, to), offset(1e-14));
  }

  @Property(tries = 500)
  void anIcmaCouponIsItsShareOfTheYear(
      @ForAll @IntRange(max = 4000) int offset,
      @ForAll @IntRange(min = 1, max = 28) int day,
      @ForAll @IntRange(max = 3) int step) {
    int months = new int[] {1, 3, 6, 12}[step];
    LocalDate start = FIRST.plusDays(offset).withDayOfMonth(day);
    LocalDate end = start.plusMonths(months);
    Reference period =
        new Reference(
            start,
            end,
            Frequency.ofMonths(months).eventsPerYear(),
            Optional.empty(),
            Optional.empty());
    assertThat(DayCount.ACT_ACT_ICMA.years(start, end, period))
        .isCloseTo(months / 12.0, offset(1e-15));
    LocalDate middle = start.plusDays(7);
    assertThat(
            DayCount.ACT_ACT_ICMA.years(start, middle, period)
                + DayCount.ACT_ACT_ICMA.years(middle, end, period))
        .isCloseTo(months / 12.0, offset(1e-15));
    assertThat(DayCount.ACT_ACT_ICMA.years(start, start.plusYears(3), period))
        .isCloseTo(3, offset(1e-14));
  }

  @Test
  void leapYearsDecideTheSterlingYear() {
    LocalDate from = LocalDate.of(2003, 7, 15);
    LocalDate to = LocalDate.of(2004, 1, 15);
    Reference semiannual = new Reference(from, to, 2, Optional.empty(), Optional.empty());
    assertThat(DayCount.ACT_365L.years(from, to, semiannual)).isEqualTo(184 / 366.0);
    Reference annual =
        new Reference(from, LocalDate.of(2004, 7, 15), 1, Optional.empty(), Optional.empty());
    assertThat(DayCount.ACT_365L.years(from, to, annual)).isEqualTo(184 / 366.0);
    Reference before =
        new Reference(LocalDate.of(2003, 1, 15), to, 1, Optional.empty(), Optional.empty());
    assertThat(DayCount.ACT_365L.years(from, to, before)).isEqualTo(184 / 365.0);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    String dates = "'from':'2020-01-01','to':'2021-01-01'}";
    var functions = DateFunctions.functions();
    Asked.refuses(
        functions, "rates/day-count", "{'convention':'act/361'," + dates, "convention", "act/360");
    Asked.refuses(
        functions,
        "rates/day-count",
        "{'convention':'act/360','from':'0020-01-01','to':'2021-01-01'}",
        "from",
        "1800-01-01");
    Asked.refuses(
        functions,
        "rates/day-count",
        "{'convention':'bus/252','calendar':'MOON'," + dates,
        "calendar",
        "USGS");
  }
}

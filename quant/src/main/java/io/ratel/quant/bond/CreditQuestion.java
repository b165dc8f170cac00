package io.ratel.quant.bond;

import com.opengamma.strata.basics.date.HolidayCalendar;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Choice;
import io.ratel.quant.rate.curve.CurveQuestion;
import io.ratel.quant.rate.date.Calendars;
import io.ratel.quant.rate.date.CouponPeriod;
import io.ratel.quant.rate.date.Dates;
import io.ratel.quant.rate.date.DayCount;
import io.ratel.quant.rate.date.Roll;
import io.ratel.quant.rate.date.Schedule;
import io.ratel.quant.rate.date.StubRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A credit default swap with what is known of the default. */
record CreditQuestion(
    @Argument(value = "Who is asking.", preset = "buyer") Side side,
    @Argument(value = "The premium.", unit = "per year", min = 0, max = 10) double spread,
    @Argument(value = "The notional.", unit = "money", above = 0, preset = "100") double notional,
    @Argument("The day from which the premium runs.") LocalDate start,
    @Argument("The day until which it runs.") LocalDate maturity,
    @Argument("The day of the curves' time 0; the start when left out.")
        Optional<LocalDate> valuation,
    @Argument(value = "Premiums per year: 1, 2, 3, 4, 6 or 12.", min = 1, max = 12, preset = "4")
        int frequency,
    @Argument(value = "The day count of the premium: " + DayCount.LISTED + ".", preset = "act/360")
        String dayCount,
    @Argument("The curve of interest.") CurveQuestion curve,
    @Argument(
            value = "The rate of defaults, the same at all times, by the curve's day count.",
            unit = "per year",
            min = 0,
            max = 100)
        Optional<Double> hazardRate,
    @Argument(
            "The curve of survival instead: rates are hazard rates, discountFactors probabilities.")
        Optional<CurveQuestion> survival,
    @Argument(
            value = "What is left of the notional at a default.",
            min = 0,
            max = 1,
            preset = "0.4")
        double recovery,
    @Argument(value = "Whether the premium accrued at a default is owed.", preset = "true")
        boolean accrualOnDefault,
    @Argument(value = "Whose holidays are avoided: " + Calendars.LISTED + ".", preset = "none")
        String calendar,
    @Argument(value = "Where a date goes from a holiday.", preset = "modifiedFollowing") Roll roll,
    @Argument(value = "From which end the periods are counted.", preset = "forward")
        StubRule rule) {
  /** Who pays for protection, and who gives it. */
  enum Side implements Choice {
    BUYER("buyer", 1),
    SELLER("seller", -1);

    private final String label;
    private final int sign;

    Side(String label, int sign) {
      this.label = label;
      this.sign = sign;
    }

    @Override
    public String label() {
      return label;
    }

    int sign() {
      return sign;
    }
  }

  CreditQuestion {
    Dates.within("start", start);
    Dates.within("maturity", maturity);
    valuation.ifPresent(date -> Dates.within("valuation", date));
    Dates.inOrder(valuation.orElse(start), "maturity", maturity, "the valuation");
    if (hazardRate.isPresent() && survival.isPresent()) {
      throw new InvalidArgumentException(
          "hazardRate", hazardRate.get().toString(), "must be left out when survival is given");
    }
  }

  /** The periods that are still to be paid, with their times. */
  CreditSwap contract() {
    LocalDate now = valuation.orElse(start);
    HolidayCalendar holidays = Calendars.named("calendar", calendar);
    List<CouponPeriod> periods =
        new Schedule(
                start,
                maturity,
                Schedule.months("frequency", frequency),
                rule,
                false,
                Optional.empty(),
                Optional.empty())
            .periods(holidays, roll, roll).stream()
                .filter(period -> period.payment().isAfter(now))
                .toList();
    DayCount premium = DayCount.named("dayCount", dayCount);
    DayCount interest = curve.counted();
    DayCount credit = survival.map(CurveQuestion::counted).orElse(interest);
    CreditSwap contract = new CreditSwap(periods.size());
    for (int i = 0; i < periods.size(); i++) {
      CouponPeriod period = periods.get(i);
      LocalDate from = period.start().isBefore(now) ? now : period.start();
      long days = period.end().toEpochDay() - from.toEpochDay();
      LocalDate middle = from.plusDays(days / 2);
      contract.middles()[i] = interest.years(now, middle);
      contract.payments()[i] = interest.years(now, period.payment());
      contract.survivalStarts()[i] = credit.years(now, from);
      contract.survivalEnds()[i] = credit.years(now, period.end());
      contract.survivalPayments()[i] = credit.years(now, period.payment());
      contract.accruals()[i] = premium.years(period.start(), period.end());
      contract.accrualsToDefault()[i] = premium.years(period.start(), middle);
    }
    return contract;
  }
}

package io.ratel.quant.rate.date;

import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** The functions on dates of the area {@code rates}. */
public final class DateFunctions {
  private DateFunctions() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(DayCountFunction.function(), CalendarFunction.function());
  }
}

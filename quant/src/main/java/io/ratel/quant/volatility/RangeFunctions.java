package io.ratel.quant.volatility;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** Volatilities from bars. */
final class RangeFunctions {
  private static final String THREE =
      "{\"open\":[100,101,99],\"high\":[102,103,101],\"low\":[99,98,97],\"close\":[101,99,100]}";

  record HighLow(
      @Argument(value = "Highest prices.", unit = "price", above = 0) double[] high,
      @Argument(value = "Lowest prices.", unit = "price", above = 0) double[] low,
      @Argument(value = "Bars of a year.", above = 0, max = 1e8, preset = "252")
          double periodsPerYear) {
    HighLow {
      BarsQuestion.sameLength("low", low, high.length);
      for (int i = 0; i < high.length; i++) {
        if (low[i] > high[i]) {
          throw new InvalidArgumentException(
              "low[" + i + "]",
              Double.toString(low[i]),
              "must be at most the bar's high " + high[i]);
        }
      }
    }
  }

  private RangeFunctions() {}

  static List<QuantFunction<?, ?>> functions() {
    return List.of(parkinson(), garmanKlass(), rogersSatchell(), yangZhang());
  }

  private static QuantFunction<?, ?> parkinson() {
    return QuantFunction.of(
            "volatility",
            "parkinson",
            "Parkinson's volatility, from highs and lows",
            HighLow.class,
            VolatilityFigures.class)
        .formula("variance = Σ ln(high/low)² / (4·ln 2·n)")
        .convention(
            "Without drift and without jumps between bars; a mean over bars, not n − 1. Bars of"
                + " few trades make it too low. Haug averages the ranges and not their squares,"
                + " which is"
                + " lower.")
        .reference(
            "M. Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of"
                + " Return, Journal of Business 53 (1980), 61-65")
        .example(
            "Worked by hand from the formula",
            "{\"high\":[102,103,101],\"low\":[99,98,97]}",
            "{\"volatility\":0.0245}")
        .computes(
            asked ->
                VolatilityFigures.of(
                    RangeVolatility.parkinson(asked.high(), asked.low()),
                    asked.periodsPerYear(),
                    asked.high().length));
  }

  private static QuantFunction<?, ?> garmanKlass() {
    return ofBars("garman-klass", "Garman and Klass's volatility")
        .formula("variance = Σ (½·ln(high/low)² − (2·ln 2 − 1)·ln(close/open)²) / n")
        .convention(
            "Without drift and without jumps between bars, unless overnight adds them (Yang and"
                + " Zhang's extension). Some take the former close for the open.")
        .reference(
            "M. B. Garman and M. J. Klass, On the Estimation of Security Price Volatilities from"
                + " Historical Data, Journal of Business 53 (1980), 67-78")
        .example("Worked by hand from the formula", THREE, "{\"volatility\":0.0275}")
        .computes(
            asked ->
                figures(
                    asked,
                    RangeVolatility.garmanKlass(
                        asked.open(), asked.high(), asked.low(), asked.close())));
  }

  private static QuantFunction<?, ?> rogersSatchell() {
    return ofBars("rogers-satchell", "Rogers and Satchell's volatility")
        .formula("variance = Σ (ln(high/open)·ln(high/close) + ln(low/open)·ln(low/close)) / n")
        .convention(
            "Right under any drift; without jumps between bars, unless overnight adds them.")
        .reference(
            "L. C. G. Rogers and S. E. Satchell, Estimating Variance from High, Low and Closing"
                + " Prices, Annals of Applied Probability 1 (1991), 504-512")
        .example("Worked by hand from the formula", THREE, "{\"volatility\":0.0277}")
        .computes(
            asked ->
                figures(
                    asked,
                    RangeVolatility.rogersSatchell(
                        asked.open(), asked.high(), asked.low(), asked.close())));
  }

  private static QuantFunction<?, ?> yangZhang() {
    return ofBars("yang-zhang", "Yang and Zhang's volatility")
        .formula(
            "variance = var(ln(open/former close)) + k·var(ln(close/open)) + (1 − k)·"
                + "Rogers-Satchell,"
                + " k = 0.34 / (1.34 + (n + 1)/(n − 1))")
        .convention(
            "Sample variances (n − 1). The first bar gives its close alone, so n is one less than"
                + " the bars. Jumps between bars are always within it.")
        .reference(
            "D. Yang and Q. Zhang, Drift-Independent Volatility Estimation Based on High, Low,"
                + " Open, and Close Prices, Journal of Business 73 (2000), 477-491")
        .example("Worked by hand from the formula", THREE, "{\"volatility\":0.0302}")
        .computes(RangeFunctions::yangZhang);
  }

  private static VolatilityFigures yangZhang(BarsQuestion asked) {
    if (asked.open().length < 3) {
      throw new InvalidArgumentException(
          "open", Integer.toString(asked.open().length), "must have at least 3 elements");
    }
    return VolatilityFigures.of(
        RangeVolatility.yangZhang(asked.open(), asked.high(), asked.low(), asked.close()),
        asked.periodsPerYear(),
        asked.open().length - 1);
  }

  private static VolatilityFigures figures(BarsQuestion asked, double variance) {
    double jumps = asked.overnight() ? RangeVolatility.overnight(asked.open(), asked.close()) : 0;
    return VolatilityFigures.of(variance + jumps, asked.periodsPerYear(), asked.open().length);
  }

  private static QuantFunction.Draft<BarsQuestion, VolatilityFigures> ofBars(
      String name, String title) {
    return QuantFunction.of("volatility", name, title, BarsQuestion.class, VolatilityFigures.class);
  }
}

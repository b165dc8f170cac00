package io.ratel.quant.volatility;

import io.ratel.quant.function.QuantFunction;
import java.util.ArrayList;
import java.util.List;

/** The functions of the area {@code volatility}, and the forecast of the area {@code risk}. */
public final class Volatilities {
  private Volatilities() {}

  public static List<QuantFunction<?, ?>> functions() {
    List<QuantFunction<?, ?>> all = new ArrayList<>(RangeFunctions.functions());
    all.add(RealisedFunction.function());
    all.add(EwmaFunction.function());
    all.add(GarchForecastFunction.function());
    all.add(GarchFitFunction.function());
    return all;
  }
}

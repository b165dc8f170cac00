package io.ratel.quant.rate;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.rate.curve.CurveFunctions;
import io.ratel.quant.rate.date.DateFunctions;
import io.ratel.quant.rate.swap.SwapFunctions;
import java.util.ArrayList;
import java.util.List;

/** The functions of the area {@code rates}. */
public final class Rates {
  private Rates() {}

  public static List<QuantFunction<?, ?>> functions() {
    List<QuantFunction<?, ?>> all = new ArrayList<>(DateFunctions.functions());
    all.add(ConvertFunction.function());
    all.addAll(CurveFunctions.functions());
    all.addAll(SwapFunctions.functions());
    return all;
  }
}

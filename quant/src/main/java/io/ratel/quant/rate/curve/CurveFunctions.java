package io.ratel.quant.rate.curve;

import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** The functions on curves of the area {@code rates}. */
public final class CurveFunctions {
  private CurveFunctions() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        BootstrapFunction.function(),
        ForwardFunction.function(),
        NelsonSiegelFunction.function(),
        NelsonSiegelFitFunction.function());
  }
}

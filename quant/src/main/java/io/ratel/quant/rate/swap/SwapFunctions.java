package io.ratel.quant.rate.swap;

import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** The functions on contracts of the area {@code rates}. */
public final class SwapFunctions {
  private SwapFunctions() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(SwapFunction.function(), FraFunction.function());
  }
}

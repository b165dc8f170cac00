package io.ratel.quant.risk;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.performance.Performances;
import io.ratel.quant.risk.tail.Tails;
import java.util.ArrayList;
import java.util.List;

/** The functions of the area {@code risk}. */
public final class Risks {
  private Risks() {}

  public static List<QuantFunction<?, ?>> functions() {
    List<QuantFunction<?, ?>> all = new ArrayList<>();
    all.addAll(Performances.functions());
    all.addAll(Tails.functions());
    return all;
  }
}

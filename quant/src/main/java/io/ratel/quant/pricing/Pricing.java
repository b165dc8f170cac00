package io.ratel.quant.pricing;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.pricing.american.Americans;
import io.ratel.quant.pricing.barrier.Barriers;
import io.ratel.quant.pricing.exotic.Exotics;
import io.ratel.quant.pricing.stochastic.StochasticVolatility;
import io.ratel.quant.pricing.vanilla.Vanillas;
import java.util.ArrayList;
import java.util.List;

/** The functions of the area {@code pricing}. */
public final class Pricing {
  /** The area's name. */
  public static final String AREA = "pricing";

  private Pricing() {}

  public static List<QuantFunction<?, ?>> functions() {
    List<QuantFunction<?, ?>> all = new ArrayList<>(Vanillas.functions());
    all.addAll(Americans.functions());
    all.addAll(Barriers.functions());
    all.addAll(Exotics.functions());
    all.addAll(StochasticVolatility.functions());
    return all;
  }
}

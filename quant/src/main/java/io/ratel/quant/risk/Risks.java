package io.ratel.quant.risk;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.performance.Performances;
import io.ratel.quant.risk.coverage.Coverage;
import io.ratel.quant.risk.factor.FactorModels;
import io.ratel.quant.risk.portfolio.Components;
import io.ratel.quant.risk.portfolio.Decomposition;
import io.ratel.quant.risk.portfolio.Positions;
import io.ratel.quant.risk.stress.Stresses;
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
    all.addAll(Positions.functions());
    all.addAll(Components.functions());
    all.addAll(Decomposition.functions());
    all.addAll(Coverage.functions());
    all.addAll(Stresses.functions());
    all.addAll(FactorModels.functions());
    return all;
  }
}

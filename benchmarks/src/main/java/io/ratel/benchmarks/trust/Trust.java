package io.ratel.benchmarks.trust;

import io.ratel.benchmarks.measure.Measurement;
import java.util.List;

/** The measurements of trust. */
public final class Trust {
  private Trust() {}

  public static List<Measurement> measurements() {
    return List.of(new Checks(), new BarrierReach(), new HotReload());
  }
}

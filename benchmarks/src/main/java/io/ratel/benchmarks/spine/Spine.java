package io.ratel.benchmarks.spine;

import io.ratel.benchmarks.measure.Measurement;
import java.util.List;

/** The measurements of the spine, the short ones first. */
public final class Spine {
  private Spine() {}

  public static List<Measurement> measurements() {
    return List.of(
        new PageSize(),
        new ApplyCost(),
        new LogRoundTrip(),
        new ProjectorRate(),
        new Starts(),
        new Idle(),
        new DemoFootprint(),
        new RestOrders(),
        new KillAndRestart());
  }
}

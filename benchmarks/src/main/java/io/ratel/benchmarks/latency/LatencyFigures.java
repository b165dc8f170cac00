package io.ratel.benchmarks.latency;

import io.ratel.benchmarks.book.MachineRun;
import io.ratel.benchmarks.measure.Measurement;
import java.util.List;

/** The measurements of the profile's options. */
public final class LatencyFigures {
  private LatencyFigures() {}

  public static List<Measurement> measurements() {
    return List.of(
        new ByFlags(MachineRun.INLINE), new ByFlags(MachineRun.MILLION), new ByThreads());
  }
}

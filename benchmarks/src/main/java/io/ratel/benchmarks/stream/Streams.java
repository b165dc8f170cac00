package io.ratel.benchmarks.stream;

import io.ratel.benchmarks.measure.Measurement;
import java.util.List;

/** The measurements of the stream. */
public final class Streams {
  private Streams() {}

  public static List<Measurement> measurements() {
    return List.of(new IdleSockets(), new Broadcasts(), new SlowReaders(), new PageFigures());
  }
}

package io.ratel.benchmarks.quant;

import io.ratel.benchmarks.measure.Measurement;
import java.util.ArrayList;
import java.util.List;

/** The measurements of the quant room. */
public final class QuantFigures {
  private QuantFigures() {}

  public static List<Measurement> measurements() {
    return new ArrayList<>(new OptionFigures().measurements());
  }
}

package io.ratel.benchmarks.quant;

import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Measurements on one set of data, which is made when it is their turn. */
record Suite(List<String> rows, Supplier<List<Measurement>> trials) implements Measurement {
  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    for (Measurement trial : trials.get()) {
      trial.measure(place, out);
    }
  }
}

package io.ratel.benchmarks;

import io.ratel.benchmarks.book.BookFigures;
import io.ratel.benchmarks.indicator.IndicatorFigures;
import io.ratel.benchmarks.latency.LatencyFigures;
import io.ratel.benchmarks.market.MarketFigures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.quant.QuantFigures;
import io.ratel.benchmarks.spine.Spine;
import io.ratel.benchmarks.stream.Streams;
import io.ratel.benchmarks.trust.Trust;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measurements that are asked for by one name.
 *
 * @param limit about twice what it takes on two cores; then something hangs
 */
record Benchmark(String name, Duration limit, List<Measurement> measurements) {
  /** All there are. */
  static List<Benchmark> all() {
    return List.of(
        new Benchmark("spine", Duration.ofMinutes(12), Spine.measurements()),
        new Benchmark("stream", Duration.ofMinutes(12), Streams.measurements()),
        new Benchmark("exchange", Duration.ofMinutes(8), BookFigures.measurements()),
        new Benchmark("latency", Duration.ofMinutes(30), LatencyFigures.measurements()),
        new Benchmark("marketdata", Duration.ofMinutes(17), marketData()),
        new Benchmark("trust", Duration.ofMinutes(30), Trust.measurements()),
        new Benchmark("indicators", Duration.ofMinutes(5), IndicatorFigures.measurements()),
        new Benchmark("quant", Duration.ofMinutes(5), QuantFigures.measurements()));
  }

  /** From a frame to a bar, and from bars to indicators. */
  private static List<Measurement> marketData() {
    return Stream.concat(
            MarketFigures.measurements().stream(), IndicatorFigures.measurements().stream())
        .toList();
  }

  static List<String> names() {
    return all().stream().map(Benchmark::name).toList();
  }

  Stream<String> rows() {
    return measurements.stream().flatMap(measurement -> measurement.rows().stream());
  }
}

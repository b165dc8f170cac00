package io.ratel.benchmarks.measure;

import io.ratel.benchmarks.load.Samples;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What was measured, in the row's unit; {@code perSecond} is a rate of its own. */
public record Figures(OptionalDouble p50, OptionalDouble p99, OptionalDouble perSecond) {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  /** One value, the middle one of its runs. */
  public static Figures of(double value) {
    return new Figures(OptionalDouble.of(value), NONE, NONE);
  }

  public static Figures perSecond(double rate) {
    return new Figures(NONE, NONE, OptionalDouble.of(rate));
  }

  /**
   * @param unitNs how many nanoseconds the row's unit has
   */
  public static Figures of(Samples samples, double unitNs) {
    return new Figures(
        OptionalDouble.of(samples.quantile(0.50) / unitNs),
        OptionalDouble.of(samples.quantile(0.99) / unitNs),
        NONE);
  }

  /**
   * @param unitNs how many nanoseconds the row's unit has
   */
  public static Figures of(Samples samples, double unitNs, double perSecond) {
    Figures times = of(samples, unitNs);
    return new Figures(times.p50, times.p99, OptionalDouble.of(perSecond));
  }

  /** Each figure's median over the runs. */
  public static Figures median(List<Figures> runs) {
    return new Figures(
        median(runs, Figures::p50), median(runs, Figures::p99), median(runs, Figures::perSecond));
  }

  private static OptionalDouble median(
      List<Figures> runs, Function<Figures, OptionalDouble> figure) {
    double[] sorted =
        runs.stream().map(figure).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length == 0
        ? NONE
        : OptionalDouble.of(
            sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }
}

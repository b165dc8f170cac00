package io.ratel.marketdata.pipeline;

import io.ratel.marketdata.series.AnalyticsStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a pipeline does. Started once, since formulas and outputs are one thread's.
 *
 * @param name also the source of its series and, in capitals, the venue of its markets
 * @param steps in order
 */
public record Pipeline(String name, Input input, List<Plan> steps, List<Route> routes) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");

  /** A step that is made when the pipeline begins, which may read series. */
  @FunctionalInterface
  public interface Plan {
    Step begin(AnalyticsStore store);
  }

  /**
   * An output and when it is taken.
   *
   * @param when empty for every row
   */
  public record Route(Optional<Formula> when, Output output) {}

  public Pipeline {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "pipelines must have names of 1 to 20 small letters, digits and dashes, was '"
              + name
              + "'");
    }
    if (routes.isEmpty()) {
      throw new IllegalArgumentException(name + ".to must name at least one output");
    }
    steps = List.copyOf(steps);
    routes = List.copyOf(routes);
  }
}

package io.ratel.marketdata.indicator;

import java.util.HashSet;
import java.util.List;

/**
 * What an indicator is called, takes and gives.
 *
 * @param name by which it is asked for, in small letters and hyphens
 * @param title for people
 * @param outputs the main one first, which is {@code values}
 * @param convention the formula's seed, and what else others do otherwise
 * @param reference who described it, and when
 */
public record IndicatorSpec(
    String name,
    String title,
    Input input,
    Pane pane,
    List<Parameter> parameters,
    List<String> outputs,
    String convention,
    String reference) {
  /** The main output's name. */
  public static final String MAIN = "values";

  /** What a row must have. */
  public enum Input {
    /** One number. */
    VALUES,
    /** Open, high, low, close and volume. */
    BARS
  }

  /** Where a chart draws it. */
  public enum Pane {
    /** Over the price, on its axis. */
    OVERLAY,
    /** Below, on an axis of its own. */
    OWN
  }

  public IndicatorSpec {
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || name.length() > 40) {
      throw new IllegalArgumentException(
          "an indicator's name is of small letters, digits and hyphens, was " + name);
    }
    if (outputs.isEmpty() || !outputs.getFirst().equals(MAIN)) {
      throw new IllegalArgumentException(name + " must give " + MAIN + " first");
    }
    if (new HashSet<>(outputs).size() != outputs.size()) {
      throw new IllegalArgumentException(name + " gives an output twice: " + outputs);
    }
  }
}

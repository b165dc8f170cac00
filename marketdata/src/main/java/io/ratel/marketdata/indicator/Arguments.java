package io.ratel.marketdata.indicator;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A number for each parameter of an indicator, within its bounds. */
public final class Arguments {
  private final Map<String, Double> values;

  private Arguments(Map<String, Double> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Those that are given, and the presets of the others.
   *
   * @throws InvalidArgumentException when one is not known, or not within its bounds
   */
  public static Arguments of(IndicatorSpec spec, Map<String, Double> given) {
    Map<String, Double> values = new TreeMap<>();
    spec.parameters().forEach(parameter -> values.put(parameter.name(), parameter.preset()));
    new TreeMap<>(given)
        .forEach(
            (name, value) -> {
              Parameter parameter =
                  spec.parameters().stream()
                      .filter(known -> known.name().equals(name))
                      .findFirst()
                      .orElseThrow(() -> unknown(spec, name));
              if (!parameter.admits(value)) {
                throw new InvalidArgumentException(name, Parameter.text(value), parameter.rule());
              }
              values.put(name, value);
            });
    return new Arguments(values);
  }

  private static InvalidArgumentException unknown(IndicatorSpec spec, String name) {
    String names =
        spec.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    return new InvalidArgumentException(
        name,
        name,
        names.isEmpty()
            ? "is no parameter of " + spec.name() + ", which has none"
            : "must be a parameter of " + spec.name() + ": " + names);
  }

  /** A whole number of a parameter that is one. */
  public int whole(String name) {
    return (int) number(name);
  }

  public double number(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no parameter " + name);
    }
    return value;
  }

  /** By name. */
  public Map<String, Double> all() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Arguments arguments && values.equals(arguments.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return new TreeMap<>(values).toString();
  }
}

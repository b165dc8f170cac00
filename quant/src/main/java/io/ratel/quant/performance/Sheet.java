package io.ratel.quant.performance;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

/** Figures by name, until a record has all of them. */
final class Sheet {
  private final Map<String, Number> figures = new HashMap<>();

  void put(String name, double figure) {
    // What is divided by nothing does not exist.
    add(name, Double.isInfinite(figure) ? Double.NaN : figure);
  }

  void count(String name, int figure) {
    add(name, figure);
  }

  private void add(String name, Number figure) {
    if (figures.put(name, figure) != null) {
      throw new IllegalStateException(name + " is computed twice");
    }
  }

  /** A figure that is there already. */
  double get(String name) {
    Number figure = figures.get(name);
    if (figure == null) {
      throw new IllegalStateException(name + " is not computed yet");
    }
    return figure.doubleValue();
  }

  /** The record with exactly these figures, those that were not asked for NaN. */
  <R extends Record> R as(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Number figure = figures.remove(components[i].getName());
      values[i] = figure == null ? (Number) Double.NaN : figure;
    }
    if (!figures.isEmpty()) {
      throw new IllegalStateException(type.getSimpleName() + " has no place for " + figures);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getSimpleName() + " could not be made", e);
    }
  }
}

package io.ratel.adapters.postgres.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values of an enum by the names that the tables have for them. */
public final class Labelled<E extends Enum<E>> {
  private final Map<String, E> values = new HashMap<>();

  public Labelled(E[] all, Function<E, String> label) {
    for (E value : all) {
      values.put(label.apply(value), value);
    }
  }

  /** The value of a name; empty when there is none. */
  public Optional<E> find(String label) {
    return Optional.ofNullable(values.get(label));
  }

  public E of(String label) {
    E value = values.get(label);
    if (value == null) {
      throw new IllegalStateException(
          "the projection has '" + label + "' where only " + values.keySet() + " are known");
    }
    return value;
  }
}

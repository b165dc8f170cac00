package io.ratel.marketdata.pipeline;

import java.util.Set;

/** Reads formulas, as {@code price * quantity > 1000 && side == "buy"}. Safe for any thread. */
@FunctionalInterface
public interface Formulas {
  /**
   * @param fields that it may speak of
   * @throws IllegalArgumentException naming what is wrong with it
   */
  Formula read(String text, Set<String> fields);
}

package io.ratel.security.rate;

import io.ratel.security.audit.Act;
import java.util.List;
import java.util.function.BiFunction;

/** Where the rates are kept that an operator has set. Safe for any thread; may block. */
public interface RatesStore {
  /** A rate that is to hold from now on. */
  record Change(Tier tier, Holder holder, Rate rate) {}

  /**
   * All rates: those that were set, and the others from here.
   *
   * @throws RuntimeException when they cannot be read
   */
  Rates read(Rates otherwise);

  /**
   * Keeps changes and writes the act of it in one transaction: both, or neither.
   *
   * @param act what is written, made of the rates before and after
   * @return the rates after
   */
  Rates write(Rates otherwise, List<Change> changes, BiFunction<Rates, Rates, Act> act);
}

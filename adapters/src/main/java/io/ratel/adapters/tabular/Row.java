package io.ratel.adapters.tabular;

import java.util.Optional;

/** A row of a table. */
@FunctionalInterface
interface Row {
  /** What stands in a column; empty when there is no such column, or nothing in it. */
  Optional<String> text(String column);
}

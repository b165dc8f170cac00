package io.ratel.marketdata.pipeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps that look at one row at a time. */
public final class Steps {
  private Steps() {}

  /** Gives on the rows for which a condition holds. */
  public static Step filter(Formula condition) {
    return new Step() {
      @Override
      public void take(Row row, Consumer<Row> next) {
        if (condition.holds(row)) {
          next.accept(row);
        }
      }
    };
  }

  /** Adds what is computed; all formulas see the row as it came. */
  public static Step map(Map<String, Formula> formulas) {
    return new Step() {
      @Override
      public void take(Row row, Consumer<Row> next) {
        Map<String, Value> made = new LinkedHashMap<>();
        formulas.forEach((name, formula) -> made.put(name, formula.of(row)));
        next.accept(row.with(made));
      }
    };
  }

  /**
   * Adds fields of the table's entry for the row.
   *
   * @param on the field that is looked up
   * @param take the table's fields by the names they get
   * @param required whether a row without an entry is left out; else it goes on without the fields
   */
  public static Step join(
      ReferenceTable table, String on, Map<String, String> take, boolean required) {
    return new Step() {
      @Override
      public void take(Row row, Consumer<Row> next) {
        Optional<Map<String, Value>> entry = table.find(row.get(on).text(), row.timeNs());
        if (entry.isPresent()) {
          Map<String, Value> taken = new HashMap<>();
          take.forEach(
              (name, of) ->
                  Optional.ofNullable(entry.get().get(of)).ifPresent(v -> taken.put(name, v)));
          next.accept(row.with(taken));
        } else if (!required) {
          next.accept(row);
        }
      }
    };
  }
}

package io.ratel.adapters.tabular;

import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.util.Map;
import java.util.Optional;

/**
 * Which column is which field. A field is the name that stands here; a column is what the table
 * calls it. A value that begins with {@code =} is the same in every row.
 */
public record Columns(Map<String, String> byField) {
  public Columns {
    byField = Map.copyOf(byField);
  }

  Optional<String> find(Row row, String field) {
    String column = byField.get(field);
    if (column == null) {
      return Optional.empty();
    }
    return column.startsWith("=") ? Optional.of(column.substring(1)) : row.text(column);
  }

  String get(Row row, String field) throws RejectedFrameException {
    Optional<String> value = find(row, field);
    if (value.isEmpty()) {
      throw new RejectedFrameException(
          FrameFault.MISSING_FIELD,
          "%s is missing (column '%s')".formatted(field, byField.getOrDefault(field, field)));
    }
    return value.get();
  }
}

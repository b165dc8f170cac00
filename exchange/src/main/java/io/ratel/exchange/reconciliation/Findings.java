package io.ratel.exchange.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects breaks: keeps the first and counts all. For one thread. */
public final class Findings {
  /** Breaks that are kept. */
  public static final int MAX = 1_000;

  private final List<Break> breaks = new ArrayList<>();
  private long count;

  /** Adds a break; a value that is not there is null. */
  public void add(
      BreakKind kind,
      String table,
      String key,
      String field,
      @Nullable Object expected,
      @Nullable Object found) {
    count++;
    if (breaks.size() < MAX) {
      breaks.add(new Break(kind, table, key, field, text(expected), text(found), kind.mend()));
    }
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> Break.NOTHING;
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  /** Adds a break when two values differ; numbers that are equal may have another scale. */
  public void compare(
      BreakKind kind,
      String table,
      String key,
      String field,
      @Nullable Object expected,
      @Nullable Object found) {
    boolean same =
        expected instanceof BigDecimal wanted && found instanceof BigDecimal there
            ? wanted.compareTo(there) == 0
            : Objects.equals(expected, found);
    if (!same) {
      add(kind, table, key, field, expected, found);
    }
  }

  /** All that were added. */
  public long count() {
    return count;
  }

  /** Those that were kept. */
  public List<Break> breaks() {
    return List.copyOf(breaks);
  }
}

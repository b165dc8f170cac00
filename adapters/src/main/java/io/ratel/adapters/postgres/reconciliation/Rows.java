package io.ratel.adapters.postgres.reconciliation;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads queries of any size in the transaction of one comparison. For one thread. */
final class Rows {
  private static final int FETCH = 2_000;

  private final DSLContext in;

  Rows(DSLContext in) {
    this.in = in;
  }

  /** Hands over all rows and returns how many there were. */
  long forEach(String sql, Consumer<Row> handler, Object... values) {
    long count = 0;
    try (Cursor<Record> cursor = in.resultQuery(sql, values).fetchSize(FETCH).fetchLazy()) {
      for (Record found : cursor) {
        handler.accept(new Row(found));
        count++;
      }
    }
    return count;
  }

  long count(String table) {
    return in.fetchSingle("select count(*) from projection." + table).get(0, Long.class);
  }

  /** One row. */
  record Row(Record of) {
    long number(String column) {
      return of.get(column, Long.class);
    }

    /** 0 for none. */
    long numberOrZero(String column) {
      Long value = of.get(column, Long.class);
      return value == null ? 0 : value;
    }

    @Nullable String text(String column) {
      return of.get(column, String.class);
    }

    /** For a column that is never null. */
    String name(String column) {
      return String.valueOf(of.get(column, String.class));
    }

    @Nullable BigDecimal decimal(String column) {
      return of.get(column, BigDecimal.class);
    }

    @Nullable Boolean flag(String column) {
      return of.get(column, Boolean.class);
    }
  }
}

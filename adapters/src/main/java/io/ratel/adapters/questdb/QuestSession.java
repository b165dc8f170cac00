package io.ratel.adapters.questdb;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.cairo.sql.TableReferenceOutOfDateException;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContextImpl;
import io.questdb.griffin.engine.functions.bind.BindVariableServiceImpl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs queries, each compiled once. One thread at a time. */
final class QuestSession implements AutoCloseable {
  /** A value of the query's {@code $1}, {@code $2}, … */
  sealed interface Argument {
    record Text(String value) implements Argument {}

    record Time(long nanos) implements Argument {}
  }

  /** Makes one row of the answer. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(Record row);
  }

  /** A compiled query keeps to its own variables, whose types it was compiled with. */
  private record Prepared(BindVariableServiceImpl variables, RecordCursorFactory factory) {}

  private final CairoEngine engine;
  private final SqlExecutionContextImpl context;
  private final Map<String, Prepared> prepared = new HashMap<>();

  QuestSession(CairoEngine engine) {
    this.engine = engine;
    this.context = new SqlExecutionContextImpl(engine, 1);
    context.with(AllowAllSecurityContext.INSTANCE, null);
  }

  SqlExecutionContextImpl context() {
    return context;
  }

  <T> List<T> query(String sql, List<Argument> arguments, RowReader<T> reader) throws SqlException {
    try {
      return run(sql, arguments, reader);
    } catch (TableReferenceOutOfDateException e) {
      Prepared old = prepared.remove(sql);
      if (old != null) {
        old.factory().close();
      }
      return run(sql, arguments, reader);
    }
  }

  private <T> List<T> run(String sql, List<Argument> arguments, RowReader<T> reader)
      throws SqlException {
    Prepared query = prepared.get(sql);
    if (query == null) {
      BindVariableServiceImpl variables = new BindVariableServiceImpl(engine.getConfiguration());
      bind(variables, arguments);
      query = new Prepared(variables, engine.select(sql, context));
      prepared.put(sql, query);
    } else {
      bind(query.variables(), arguments);
    }
    List<T> rows = new ArrayList<>();
    try (RecordCursor cursor = query.factory().getCursor(context)) {
      Record row = cursor.getRecord();
      while (cursor.hasNext()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  private void bind(BindVariableServiceImpl variables, List<Argument> arguments)
      throws SqlException {
    context.with(variables);
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case Argument.Text(String value) -> variables.setStr(i, value);
        case Argument.Time(long nanos) -> variables.setTimestampNano(i, nanos);
      }
    }
  }

  @Override
  public void close() {
    prepared.values().forEach(query -> query.factory().close());
    prepared.clear();
    context.close();
  }
}

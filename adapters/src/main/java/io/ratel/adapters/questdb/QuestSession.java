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

    record Count(long value) implements Argument {}
  }

  /** Makes one row of the answer. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(Record row);
  }

  private final CairoEngine engine;
  private final BindVariableServiceImpl variables;
  private final SqlExecutionContextImpl context;
  private final Map<String, RecordCursorFactory> compiled = new HashMap<>();

  QuestSession(CairoEngine engine) {
    this.engine = engine;
    this.variables = new BindVariableServiceImpl(engine.getConfiguration());
    this.context = new SqlExecutionContextImpl(engine, 1);
    context.with(AllowAllSecurityContext.INSTANCE, variables);
  }

  SqlExecutionContextImpl context() {
    return context;
  }

  <T> List<T> query(String sql, List<Argument> arguments, RowReader<T> reader) throws SqlException {
    bind(arguments);
    try {
      return run(sql, reader);
    } catch (TableReferenceOutOfDateException e) {
      RecordCursorFactory old = compiled.remove(sql);
      if (old != null) {
        old.close();
      }
      return run(sql, reader);
    }
  }

  private <T> List<T> run(String sql, RowReader<T> reader) throws SqlException {
    RecordCursorFactory factory = compiled.get(sql);
    if (factory == null) {
      factory = engine.select(sql, context);
      compiled.put(sql, factory);
    }
    List<T> rows = new ArrayList<>();
    try (RecordCursor cursor = factory.getCursor(context)) {
      Record row = cursor.getRecord();
      while (cursor.hasNext()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  private void bind(List<Argument> arguments) throws SqlException {
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case Argument.Text(String value) -> variables.setStr(i, value);
        case Argument.Time(long nanos) -> variables.setTimestampNano(i, nanos);
        case Argument.Count(long value) -> variables.setLong(i, value);
      }
    }
  }

  @Override
  public void close() {
    compiled.values().forEach(RecordCursorFactory::close);
    compiled.clear();
    context.close();
  }
}

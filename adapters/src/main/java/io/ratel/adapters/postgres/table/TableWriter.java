package io.ratel.adapters.postgres.table;

import io.ratel.model.slot.Slots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateSetMoreStep;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows for one table and writes them in a batch: new ones are inserted, those whose
 * primary key exists are replaced. The key, and the column by which the table is sharded, are read
 * from the catalogue; the slot is filled in here, so that the table's trigger has nothing to do.
 * For one thread.
 */
final class TableWriter {
  private final Table<?> table;
  private final List<String> key;
  private final Optional<String> shardKey;
  private final Map<String, DataType<?>> types;
  private final Map<List<@Nullable Object>, Map<String, @Nullable Object>> rows =
      new LinkedHashMap<>();

  private TableWriter(
      Table<?> table, List<String> key, Optional<String> shardKey, Map<String, DataType<?>> types) {
    this.table = table;
    this.key = key;
    this.shardKey = shardKey;
    this.types = types;
  }

  /** A writer for {@code schema.name}, which must have a primary key. */
  static TableWriter of(DSLContext sql, String schema, String name) {
    List<String> key =
        sql.fetch(
                "select a.attname from pg_index i join pg_attribute a"
                    + " on a.attrelid = i.indrelid and a.attnum = any(i.indkey)"
                    + " where i.indrelid = cast(? as regclass) and i.indisprimary"
                    + " order by array_position(i.indkey, a.attnum)",
                schema + "." + name)
            .getValues(0, String.class);
    if (key.isEmpty()) {
      throw new IllegalStateException("table " + schema + "." + name + " has no primary key");
    }
    Optional<String> shardKey =
        sql
            .fetch(
                "select rtrim(encode(tgargs, 'escape'), E'\\\\000') from pg_trigger"
                    + " where tgrelid = cast(? as regclass) and tgname = 'fill_slot'",
                schema + "." + name)
            .getValues(0, String.class)
            .stream()
            .findFirst();
    Map<String, DataType<?>> types = new HashMap<>();
    sql.fetch(
            "select column_name, udt_name from information_schema.columns"
                + " where table_schema = ? and table_name = ?",
            schema,
            name)
        .forEach(
            r ->
                types.put(
                    r.get(0, String.class),
                    DefaultDataType.getDataType(SQLDialect.POSTGRES, r.get(1, String.class))));
    return new TableWriter(DSL.table(DSL.name(schema, name)), key, shardKey, types);
  }

  /** Puts a row, given as names and values in turn, in place of an earlier one of the same key. */
  void put(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    shardKey.ifPresent(column -> row.put("slot", Slots.of(String.valueOf(row.get(column)))));
    List<@Nullable Object> values = new ArrayList<>(key.size());
    for (String column : key) {
      values.add(row.get(column));
    }
    rows.put(values, row);
  }

  /** Writes what was put; in {@code sql}'s transaction. */
  void flush(DSLContext sql) {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = List.copyOf(rows.values().iterator().next().keySet());
    List<Field<?>> fields = columns.stream().<Field<?>>map(this::field).toList();
    InsertOnDuplicateSetMoreStep<?> upsert = upsert(sql, columns, fields);
    org.jooq.BatchBindStep batch = sql.batch(upsert);
    for (Map<String, @Nullable Object> row : rows.values()) {
      batch = batch.bind(row.values().toArray());
    }
    batch.execute();
    rows.clear();
  }

  private Field<?> field(String column) {
    DataType<?> type = types.get(column);
    if (type == null) {
      throw new IllegalStateException("table " + table + " has no column " + column);
    }
    return DSL.field(DSL.name(column), type);
  }

  private InsertOnDuplicateSetMoreStep<?> upsert(
      DSLContext sql, List<String> columns, List<Field<?>> fields) {
    @Nullable Object[] placeholders = new Object[columns.size()];
    Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!key.contains(columns.get(i))) {
        changes.put(fields.get(i), DSL.excluded(fields.get(i)));
      }
    }
    return sql.insertInto(table, fields)
        .values(placeholders)
        .onConflict(key.stream().map(this::field).toList())
        .doUpdate()
        .set(changes);
  }

  /** Forgets what was put. */
  void discard() {
    rows.clear();
  }

  /** Rows put since the last flush. */
  int size() {
    return rows.size();
  }
}

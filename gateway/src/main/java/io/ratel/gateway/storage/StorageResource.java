package io.ratel.gateway.storage;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.storage.StoredTable;
import io.ratel.marketdata.storage.StoredTables;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The tables of all stores, from the stores' own books. */
public final class StorageResource {
  /**
   * @param store postgres, questdb or clickhouse
   * @param bytes on the disk, indexes included
   * @param approximate whether rows is an estimate, or counts rows that others replace
   * @param from when the oldest partition begins; null when the table has none
   * @param to when the newest partition ends
   */
  private record WireTable(
      String store,
      String table,
      long rows,
      long bytes,
      boolean approximate,
      @Nullable Instant from,
      @Nullable Instant to) {
    static WireTable of(StoredTable table) {
      return new WireTable(
          table.store(),
          table.table(),
          table.rows(),
          table.bytes(),
          table.approximate(),
          instant(table.fromNs()),
          instant(table.toNs()));
    }

    private static @Nullable Instant instant(OptionalLong timeNs) {
      return timeNs.isEmpty() ? null : Times.instant(timeNs.getAsLong());
    }
  }

  private final StoredTables storage;

  public StorageResource(StoredTables storage) {
    this.storage = storage;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "listStorage",
                "/v1/operator/storage",
                "Every table of every store with its rows and bytes; nothing is counted.")
            .answers(Nothing.class, 200, Shape.listOf(WireTable.class), this::tables));
  }

  private Answer<Items<WireTable>> tables(Nothing query, Caller operator) {
    return Answer.ok(Items.all(storage.tables().stream().map(WireTable::of).toList()));
  }
}

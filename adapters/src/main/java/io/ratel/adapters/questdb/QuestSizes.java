package io.ratel.adapters.questdb;

import io.ratel.marketdata.storage.StoredTable;
import io.ratel.marketdata.storage.StoredTables;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How large the tables are, as the list of their partitions has it. */
final class QuestSizes implements StoredTables {
  private record Partition(String name, long rows, long bytes) {}

  private final QuestReaders readers;

  QuestSizes(QuestReaders readers) {
    this.readers = readers;
  }

  @Override
  public List<StoredTable> tables() {
    List<String> names =
        readers.query(
            "SELECT table_name FROM tables() ORDER BY table_name",
            List.of(),
            () -> row -> String.valueOf(row.getStrA(0)));
    List<StoredTable> tables = new ArrayList<>();
    for (String name : names) {
      tables.add(
          table(
              name,
              readers.query(
                  "SELECT name, numRows, diskSize FROM table_partitions('" + name + "')",
                  List.of(),
                  () ->
                      row ->
                          new Partition(
                              String.valueOf(row.getStrA(0)), row.getLong(1), row.getLong(2)))));
    }
    return tables;
  }

  private static StoredTable table(String name, List<Partition> partitions) {
    return new StoredTable(
        "questdb",
        name,
        partitions.stream().mapToLong(Partition::rows).sum(),
        partitions.stream().mapToLong(Partition::bytes).sum(),
        false,
        partitions.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(QuestTables.partitionBeginNs(partitions.getFirst().name())),
        partitions.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(QuestTables.partitionEndNs(partitions.getLast().name())));
  }
}

package io.ratel.marketdata.storage;

import java.util.List;

/** A store that knows how large its tables are. Safe for any thread; may block. */
@FunctionalInterface
public interface StoredTables {
  /** All tables, from the store's own books: no row is read. */
  List<StoredTable> tables();
}

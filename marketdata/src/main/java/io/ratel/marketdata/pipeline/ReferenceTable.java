package io.ratel.marketdata.pipeline;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known besides the stream, by key. One thread at a time; may block for a moment. */
public interface ReferenceTable {
  /** The fields that its entries may have. */
  Set<String> fields();

  /**
   * The entry of a key as it was at a moment, as far as the table remembers.
   *
   * @throws RefusedRowException when the table cannot be read now
   */
  Optional<Map<String, Value>> find(String key, long timeNs);
}

package io.ratel.adapters.pipeline;

import io.ratel.marketdata.pipeline.ReferenceTable;
import io.ratel.marketdata.pipeline.RefusedRowException;
import io.ratel.marketdata.pipeline.Value;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A CSV file with a header as a table: one column is the key, and of two rows with one key the
 * later holds. A file that has changed is read again, looked at every ten seconds; while it cannot
 * be read one row in ten seconds is refused, which tells, and the others meet the table as it was.
 */
public final class CsvTable implements ReferenceTable {
  private static final long MAX_BYTES = 64L << 20;
  private static final int MAX_ROWS = 1_000_000;
  private static final long LOOK_NS = 10_000_000_000L;
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  private record Content(
      FileTime version, Set<String> fields, Map<String, Map<String, Value>> rows) {}

  private final Path path;
  private final String key;
  private final LongSupplier nanos;
  private Content content;
  private long lookedNs;

  private CsvTable(Path path, String key, LongSupplier nanos, Content content) {
    this.path = path;
    this.key = key;
    this.nanos = nanos;
    this.content = content;
    this.lookedNs = nanos.getAsLong();
  }

  /**
   * @param key the column that rows are looked up by
   * @param nanos a clock that only goes forward
   * @throws IllegalArgumentException when it cannot be read, or has no such column
   */
  public static CsvTable open(Path path, String key, LongSupplier nanos) {
    try {
      return new CsvTable(path, key, nanos, read(path, key));
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Content read(Path path, String key) throws IOException {
    FileTime version = Files.getLastModifiedTime(path);
    if (Files.size(path) > MAX_BYTES) {
      throw new IOException("a table has at most " + (MAX_BYTES >> 20) + " MB");
    }
    try (Reader text = Files.newBufferedReader(path);
        CSVParser parser = FORMAT.parse(text)) {
      List<String> columns = parser.getHeaderNames();
      if (!columns.contains(key)) {
        throw new IllegalArgumentException(
            "%s has no column %s; it has %s".formatted(path, key, String.join(", ", columns)));
      }
      Map<String, Map<String, Value>> rows = new HashMap<>();
      for (CSVRecord row : parser) {
        if (rows.size() >= MAX_ROWS) {
          throw new IOException("a table has at most " + MAX_ROWS + " rows");
        }
        Map<String, Value> fields = new HashMap<>();
        for (String column : columns) {
          if (row.isSet(column) && !row.get(column).isEmpty()) {
            fields.put(column, value(row.get(column)));
          }
        }
        rows.put(row.get(key), fields);
      }
      return new Content(version, new LinkedHashSet<>(columns), rows);
    }
  }

  /** A number where it is written as one; {@code 007} is a text. */
  private static Value value(String text) {
    return text.length() <= 40 && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")
        ? Value.of(new BigDecimal(text))
        : Value.of(text);
  }

  @Override
  public Set<String> fields() {
    return content.fields();
  }

  @Override
  public Optional<Map<String, Value>> find(String of, long timeNs) {
    long nowNs = nanos.getAsLong();
    if (nowNs - lookedNs >= LOOK_NS) {
      lookedNs = nowNs;
      look();
    }
    return Optional.ofNullable(content.rows().get(of));
  }

  private void look() {
    try {
      if (!Files.getLastModifiedTime(path).equals(content.version())) {
        content = read(path, key);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new RefusedRowException(path + " cannot be read: " + e.getMessage());
    }
  }
}

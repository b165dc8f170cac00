package io.ratel.adapters.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.marketdata.pipeline.Row;
import io.ratel.marketdata.pipeline.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * Rows as lines of JSON, at the end of a file. One that has grown to 64 MB is put aside as {@code
 * NAME.1}, in place of the one before, so that a file and its forerunner are all there is. Numbers
 * are exact; {@code time} is ISO-8601 in UTC.
 */
public final class JsonLines {
  private static final long MAX_BYTES = 64L << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  /**
   * One thread at a time for a file.
   *
   * @throws UncheckedIOException when the disk refuses; some of the rows may be there
   */
  public static void append(Path file, List<Row> rows) {
    try {
      if (Files.exists(file) && Files.size(file) >= MAX_BYTES) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      try (BufferedWriter lines =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        for (Row row : rows) {
          lines.write(JSON.writeValueAsString(line(row)));
          lines.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " takes no more: " + e.getMessage(), e);
    }
  }

  private static ObjectNode line(Row row) {
    ObjectNode line = JSON.createObjectNode();
    line.put(Row.TIME, Instant.ofEpochSecond(0, row.timeNs()).toString());
    row.fields()
        .forEach(
            (name, value) -> {
              if (!name.equals(Row.TIME)) {
                switch (value) {
                  case Value.Decimal(var number) -> line.put(name, number);
                  case Value.Text(String text) -> line.put(name, text);
                  case Value.Flag(boolean holds) -> line.put(name, holds);
                }
              }
            });
    return line;
  }
}

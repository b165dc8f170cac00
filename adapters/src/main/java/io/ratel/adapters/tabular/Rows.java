package io.ratel.adapters.tabular;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** How a document is cut into rows. */
public sealed interface Rows {
  /** More rows than this are refused. */
  int MAX = 1_000_000;

  /**
   * An array in a JSON document.
   *
   * @param at a JSON pointer (RFC 6901) to the array, such as {@code /data/items}; empty for the
   *     document itself. Columns are names, or pointers within a row
   */
  record Json(String at) implements Rows {
    public Json {
      JsonPointer.compile(at); // refuses what is none
    }

    @Override
    public List<Row> read(String text) throws RejectedFrameException {
      JsonNode array = FrameJson.parse(text).at(at);
      if (!array.isArray()) {
        throw new RejectedFrameException(
            FrameFault.MISSING_FIELD, "an array must be at '" + at + "'");
      }
      requireFew(array.size());
      List<Row> rows = new ArrayList<>(array.size());
      for (JsonNode row : array) {
        rows.add(column -> value(row, column));
      }
      return rows;
    }

    private static Optional<String> value(JsonNode row, String column) {
      JsonNode value =
          row.isArray() && column.matches("[0-9]{1,4}")
              ? row.path(Integer.parseInt(column))
              : column.startsWith("/") ? row.at(column) : row.path(column);
      if (value.isTextual()) {
        return Optional.of(value.textValue().strip()).filter(text -> !text.isEmpty());
      }
      try {
        return value.isNumber() ? Optional.of(FrameJson.plain(value)) : Optional.empty();
      } catch (RejectedFrameException e) {
        return Optional.empty(); // a number of too many digits is none
      }
    }
  }

  /**
   * Comma-separated values (RFC 4180).
   *
   * @param separator between columns
   * @param header whether the first line names the columns; else they are called 0, 1, …
   */
  record Csv(char separator, boolean header) implements Rows {
    @Override
    public List<Row> read(String text) throws RejectedFrameException {
      CSVFormat.Builder format =
          CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true);
      if (header) {
        format.setHeader().setSkipHeaderRecord(true);
      }
      String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
      List<Row> rows = new ArrayList<>();
      try (CSVParser parser = CSVParser.parse(content, format.get())) {
        for (CSVRecord row : parser) {
          requireFew(rows.size());
          rows.add(column -> value(row, column));
        }
      } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
        throw new RejectedFrameException(
            FrameFault.NOT_A_ROW, "is not CSV: " + String.valueOf(e.getMessage()));
      }
      return rows;
    }

    private Optional<String> value(CSVRecord row, String column) {
      String text = null;
      if (header) {
        text = row.isSet(column) ? row.get(column) : null;
      } else if (column.matches("[0-9]{1,4}") && Integer.parseInt(column) < row.size()) {
        text = row.get(Integer.parseInt(column));
      }
      return Optional.ofNullable(text).map(String::strip).filter(found -> !found.isEmpty());
    }
  }

  /**
   * @throws RejectedFrameException when the document is not of this form
   */
  List<Row> read(String text) throws RejectedFrameException;

  private static void requireFew(int rows) throws RejectedFrameException {
    if (rows > MAX) {
      throw new RejectedFrameException(
          FrameFault.TOO_LARGE, "a table has at most " + MAX + " rows");
    }
  }
}

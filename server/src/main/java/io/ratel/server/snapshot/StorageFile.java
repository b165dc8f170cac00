package io.ratel.server.snapshot;

import io.ratel.marketdata.storage.StoredTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code storage.tsv} in the data directory: the moment, then a line for each table, so that those
 * who stand outside of a running venue can see how large its stores are.
 */
public final class StorageFile {
  private static final String NAME = "storage.tsv";
  private static final int FIELDS = 5;

  /** What a file says. */
  public record Seen(Instant time, List<StoredTable> tables) {}

  private final Path file;

  public StorageFile(Path data) {
    file = data.resolve(NAME);
  }

  /** Replaces what was written before, at once. */
  void write(List<StoredTable> tables, Instant time) {
    StringBuilder lines = new StringBuilder(time.toString()).append('\n');
    tables.stream()
        .sorted(Comparator.comparingLong(StoredTable::bytes).reversed())
        .forEach(
            table ->
                lines.append(
                    "%s\t%s\t%d\t%d\t%s%n"
                        .formatted(
                            table.store(),
                            table.table(),
                            table.rows(),
                            table.bytes(),
                            table.approximate())));
    Path next = file.resolveSibling(NAME + ".next");
    try {
      Files.writeString(next, lines);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written last, the largest table first; empty when it cannot be read. */
  public Optional<Seen> read() {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      List<StoredTable> tables = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split("\t", FIELDS);
        tables.add(
            new StoredTable(
                fields[0],
                fields[1],
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Boolean.parseBoolean(fields[4]),
                OptionalLong.empty(),
                OptionalLong.empty()));
      }
      return Optional.of(new Seen(Instant.parse(lines.getFirst()), tables));
    } catch (IOException
        | DateTimeParseException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}

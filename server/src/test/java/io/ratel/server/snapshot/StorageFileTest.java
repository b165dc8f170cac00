package io.ratel.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.storage.StoredTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageFileTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;

  private static StoredTable table(String name, long bytes) {
    return new StoredTable(
        "questdb", name, 5, bytes, true, OptionalLong.empty(), OptionalLong.empty());
  }

  @Test
  void whatIsWrittenIsReadTheLargestFirst() {
    StorageFile file = new StorageFile(folder);
    file.write(List.of(table("old", 1)), NOON.minusSeconds(60));
    file.write(List.of(table("small", 1), table("large", 9)), NOON);

    assertThat(file.read())
        .contains(new StorageFile.Seen(NOON, List.of(table("large", 9), table("small", 1))));
  }

  @Test
  void whatIsNotThereOrNotOursIsNotRead() throws Exception {
    StorageFile file = new StorageFile(folder);
    assertThat(file.read()).isEmpty();
    for (String text :
        List.of("", "noon\n", NOON + "\nquestdb\ttrades\n", NOON + "\na\tb\tc\td\te\n")) {
      Files.writeString(folder.resolve("storage.tsv"), text);
      assertThat(file.read()).as(text).isEmpty();
    }
  }
}

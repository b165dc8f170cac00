package io.ratel.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkplaceTest {
  @Test
  void closingItClosesWhatStillRunsAndLeavesNoFile(@TempDir Path root) throws Exception {
    List<String> closed = new ArrayList<>();
    AutoCloseable left = () -> closed.add("left");
    AutoCloseable over = () -> closed.add("over");
    try (Workplace place = new Workplace(root, List.of(), List.of())) {
      Files.writeString(place.folder("data").resolve("file"), "text");
      place.began(left);
      place.began(over);
      place.ended(over);
    }
    assertThat(closed).containsExactly("left");
    assertThat(root.resolve("benchmarks/target")).isEmptyDirectory();
  }

  @Test
  void closingItTwiceIsAsClosingItOnce(@TempDir Path root) throws Exception {
    List<String> closed = new ArrayList<>();
    Workplace place = new Workplace(root, List.of(), List.of());
    place.began(() -> closed.add("part"));
    place.close();
    place.close();
    assertThat(closed).containsExactly("part");
  }

  @Test
  void everyFolderIsANewOne(@TempDir Path root) throws Exception {
    try (Workplace place = new Workplace(root, List.of(), List.of())) {
      assertThat(place.folder("data")).isNotEqualTo(place.folder("data")).isEmptyDirectory();
    }
  }
}

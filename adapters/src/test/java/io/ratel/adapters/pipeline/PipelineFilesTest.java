package io.ratel.adapters.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.marketdata.pipeline.RefusedRowException;
import io.ratel.marketdata.pipeline.Row;
import io.ratel.marketdata.pipeline.Value;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineFilesTest {
  private static final long LOOK_NS = 10_000_000_000L;

  @TempDir Path folder;
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void aTableIsFoundByItsKeyWithNumbersAsNumbers() throws Exception {
    Path file = folder.resolve("sectors.csv");
    Files.writeString(file, "symbol,sector,weight,code\nAAPL, Tech ,0.07,007\nXOM,Energy,,1\n");
    CsvTable table = CsvTable.open(file, "symbol", nanos::get);

    assertThat(table.fields()).containsExactly("symbol", "sector", "weight", "code");
    assertThat(table.find("AAPL", 0).orElseThrow())
        .containsEntry("sector", Value.of("Tech"))
        .containsEntry("weight", Value.of(new BigDecimal("0.07")))
        .containsEntry("code", Value.of("007"));
    assertThat(table.find("XOM", 0).orElseThrow()).doesNotContainKey("weight");
    assertThat(table.find("IBM", 0)).isEmpty();
  }

  @Test
  void aTableThatHasChangedIsReadAgainAndOneThatIsGoneSaysSoOnce() throws Exception {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "k,v\na,1\n");
    CsvTable table = CsvTable.open(file, "k", nanos::get);
    Files.writeString(file, "k,v\na,2\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    assertThat(table.find("a", 0).orElseThrow().get("v")).isEqualTo(Value.of(BigDecimal.ONE));
    nanos.addAndGet(LOOK_NS);
    assertThat(table.find("a", 0).orElseThrow().get("v")).isEqualTo(Value.of(BigDecimal.TWO));
    Files.delete(file);
    nanos.addAndGet(LOOK_NS);
    assertThatThrownBy(() -> table.find("a", 0))
        .isInstanceOf(RefusedRowException.class)
        .hasMessageContaining("cannot be read");
    assertThat(table.find("a", 0)).isPresent();
  }

  @Test
  void aTableThatCannotBeUsedIsRefusedAtTheStart() throws Exception {
    Path file = folder.resolve("t.csv");
    assertThatThrownBy(() -> CsvTable.open(file, "k", nanos::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be read");
    Files.writeString(file, "a,b\n1,2\n");
    assertThatThrownBy(() -> CsvTable.open(file, "k", nanos::get))
        .hasMessageContaining("has no column k; it has a, b");
  }

  @Test
  void rowsAreLinesOfJson() throws Exception {
    Path file = folder.resolve("rows.json");
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("symbol", Value.of("BTC-USD"));
    fields.put("price", Value.of(new BigDecimal("97198.630000000000000001")));
    fields.put("big", new Value.Flag(true));
    Row row = new Row(1_700_000_000_123_456_789L, fields);
    JsonLines.append(file, List.of(row));
    JsonLines.append(file, List.of(row));
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .first()
        .isEqualTo(
            "{\"time\":\"2023-11-14T22:13:20.123456789Z\",\"symbol\":\"BTC-USD\","
                + "\"price\":97198.630000000000000001,\"big\":true}");
  }

  @Test
  void aFileThatHasGrownIsPutAside() throws Exception {
    Path file = folder.resolve("rows.json");
    try (var channel =
        java.nio.channels.FileChannel.open(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {'\n'}), (64L << 20) - 1);
    }
    JsonLines.append(file, List.of(new Row(0, Map.of())));
    assertThat(Files.size(folder.resolve("rows.json.1"))).isEqualTo(64L << 20);
    assertThat(Files.readAllLines(file)).hasSize(1);
  }
}

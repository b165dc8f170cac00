package io.ratel.benchmarks.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.model.slot.XxHash64;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file whose result was worked out by hand. */
class FlowRunTest {
  private static final int BID = 1;
  private static final int ASK = 0;
  private static final int GTC = 0;
  private static final int IOC = 1;
  private static final int FOK = 2;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private final ByteBuffer records = ByteBuffer.allocate(32 * 64).order(ByteOrder.LITTLE_ENDIAN);

  private void record(int command, int side, int type, int user, long id, long price, long size) {
    records.put((byte) command).put((byte) side).put((byte) type).put((byte) 0).putInt(user);
    records.putLong(id).putLong(price).putLong(size);
  }

  private void place(int side, int type, long id, long price, long size) {
    record(1, side, type, 7, id, price, size);
  }

  private Path file() throws IOException {
    byte[] written = new byte[records.position()];
    records.flip().get(written);
    return Files.write(folder.resolve("flow"), written);
  }

  private static String run(Path file, boolean json) throws IOException {
    StringWriter out = new StringWriter();
    new FlowRun(file).print(new PrintWriter(out), json);
    return out.toString();
  }

  private static String hash(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      bytes.putLong(value);
    }
    return String.format("%016x", XxHash64.hash(bytes.array(), 0));
  }

  @Test
  void everyKindOfCommandDoesWhatTheFormatSays() throws IOException {
    place(ASK, GTC, 1, 105, 10); // asks 105: 1×10
    place(ASK, GTC, 2, 105, 5); // asks 105: 1×10 2×5
    place(ASK, GTC, 3, 110, 20);
    place(BID, GTC, 4, 100, 8);
    place(BID, GTC, 5, 99, 4);
    record(3, 0, 0, 7, 1, 105, 0); // 1 goes behind 2
    place(BID, IOC, 6, 105, 6); // trades 2×5 and 1×1: two trades, 1 has 9 left
    record(4, 0, 0, 7, 3, 0, 12); // 3 has 8 left
    record(4, 0, 0, 7, 5, 0, 4); // a reduce of the remainder cancels 5
    record(2, 0, 0, 7, 99, 0, 0); // nobody knows 99
    record(3, 0, 0, 7, 98, 100, 0);
    record(4, 0, 0, 7, 97, 0, 1);
    place(BID, FOK, 10, 9 * 105 + 109, 10); // the tenth lot costs 110: rejected
    place(BID, FOK, 11, 9 * 105 + 110, 10); // trades 1×9 and 3×1: two trades, 3 has 7 left
    place(ASK, FOK, 12, 8 * 100 + 1, 8); // earns 800 only: rejected
    place(ASK, FOK, 13, 8 * 100, 9); // nobody buys nine: rejected
    place(ASK, FOK, 14, 7 * 100, 7); // one trade, 4 has 1 left
    place(BID, GTC, 15, 90, 3);
    record(3, 0, 0, 7, 15, 112, 0); // the move trades with 3: one trade, 3 has 4 left
    place(BID, GTC, 16, 100, 2); // bids 100: 4×1 16×2
    place(ASK, GTC, 17, 120, 1);
    Path file = file();
    String expected = hash(0, 110, 4, 1, 0, 120, 1, 1, 1, 100, 3, 2);
    assertThat(run(file, false).lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "commands 21",
            "trades 6",
            "asks 2 levels, 2 orders",
            "bids 1 levels, 2 orders",
            "hash " + expected);
    assertThat(run(file, true))
        .contains("\"commands\":21", "\"trades\":6", "\"hash\":\"" + expected + "\"")
        .contains("\"asks\":{\"levels\":2,\"orders\":2}", "\"bids\":{\"levels\":1,\"orders\":2}");
  }

  @Test
  void theHashOfAnEmptyBookIsThatOfNoBytes() throws IOException {
    assertThat(run(file(), true)).contains("\"hash\":\"ef46db3751d8e999\"");
  }

  @Test
  void aFileThatIsNoFlowIsRefusedWithItsReason() throws IOException {
    Path torn = Files.write(folder.resolve("torn"), new byte[33]);
    assertThatThrownBy(() -> new FlowRun(torn)).hasMessageContaining("33 bytes");
    record(9, 0, 0, 1, 1, 1, 1);
    Path odd = file();
    assertThatThrownBy(() -> new FlowRun(odd)).hasMessageContaining("record 0 has command 9");
  }
}

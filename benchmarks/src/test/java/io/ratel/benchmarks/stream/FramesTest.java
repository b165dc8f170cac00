package io.ratel.benchmarks.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  private final List<String> taken = new ArrayList<>();

  private void take(ByteBuffer buffer) throws IOException {
    Frames.take(
        buffer,
        (opcode, payload) ->
            taken.add(opcode + ":" + StandardCharsets.UTF_8.decode(payload.duplicate())));
  }

  /** As a server writes it: without a mask. */
  private static byte[] frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length <= 0xffff) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    byte[] bytes = new byte[frame.put(payload).flip().remaining()];
    frame.get(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 100_000})
  void readsPayloadsOfEveryLength(int length) throws IOException {
    String text = "a".repeat(length);

    take(ByteBuffer.wrap(frame(text)));

    assertThat(taken).containsExactly("1:" + text);
  }

  @Test
  void leavesTheBeginningOfAFrameUntilTheRestHasCome() throws IOException {
    byte[] both =
        (new String(frame("one"), StandardCharsets.ISO_8859_1)
                + new String(frame("b".repeat(200)), StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);

    for (int cut = 0; cut <= both.length; cut++) {
      taken.clear();
      ByteBuffer buffer = ByteBuffer.allocate(both.length).put(both, 0, cut).flip();
      take(buffer);
      buffer.compact().put(both, cut, both.length - cut).flip();
      take(buffer);
      assertThat(taken).as("cut at %d", cut).containsExactly("1:one", "1:" + "b".repeat(200));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 125, 126, 40_000})
  void masksWhatAClientSays(int length) {
    ByteBuffer frame = Frames.text("c".repeat(length));

    assertThat(frame.get() & 0xff).isEqualTo(0x81);
    int said = frame.get() & 0xff;
    assertThat(said & 0x80).as("the mask's bit").isEqualTo(0x80);
    assertThat((said & 0x7f) == 126 ? frame.getShort() & 0xffff : said & 0x7f).isEqualTo(length);
    assertThat(frame.getInt()).as("a mask that changes nothing").isZero();
    assertThat(StandardCharsets.UTF_8.decode(frame).toString()).isEqualTo("c".repeat(length));
  }

  @Test
  void refusesWhatNoReaderSays() {
    assertThatThrownBy(() -> Frames.text("d".repeat(70_000))).hasMessageContaining("70000 bytes");
  }
}

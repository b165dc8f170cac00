package io.ratel.model.slot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotsTest {
  @Test
  void hashesAsThePublishedVectorsSay() {
    assertThat(hash("")).isEqualTo("ef46db3751d8e999");
    assertThat(hash("abc")).isEqualTo("44bc2cf5ad770999");
  }

  @Test
  void agreesWithTheVectorsThatOtherLanguagesReadToo() throws IOException {
    try (InputStream in = Slots.class.getResourceAsStream("/slot-vectors.csv")) {
      String[] lines = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).split("\n");
      assertThat(lines.length).isGreaterThan(20);
      for (int i = 1; i < lines.length; i++) {
        String[] fields = lines[i].split(",", -1);
        assertThat(hash(fields[0])).as(fields[0]).isEqualTo(fields[1]);
        assertThat(Slots.of(fields[0])).as(fields[0]).isEqualTo(Short.parseShort(fields[2]));
      }
    }
  }

  @Test
  void staysWithinPostgresSmallintAndSpreadsEvenly() {
    Random random = new Random(1);
    int[] perBlock = new int[512];
    for (int i = 0; i < 512_000; i++) {
      short slot = Slots.of(random.nextLong());
      assertThat((int) slot).isBetween(1, Slots.COUNT);
      perBlock[Slots.block(slot)]++;
    }
    for (int count : perBlock) {
      assertThat(count).isBetween(800, 1_200);
    }
  }

  private static String hash(String text) {
    return HexFormat.of().toHexDigits(XxHash64.hash(text.getBytes(UTF_8), 0));
  }
}

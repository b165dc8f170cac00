package io.ratel.benchmarks.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSizeTest {
  private static final String INDEX =
      """
      <!doctype html><link rel="icon" href="/favicon.svg">
      <script type="module" src="/assets/index-1.js"></script>
      <link rel="modulepreload" href="/assets/index-1.js">
      <link rel="stylesheet" href="/assets/index-1.css">
      <script src="https://elsewhere.example/x.js"></script>
      """;
  private static final String SCRIPT = "import('./chart.js')\n".repeat(50);
  private static final String STYLE = "a{color:red}\n".repeat(50);

  @Test
  void countsTheDocumentAndEachFileItNamesOnceAndNothingThatIsLoadedLater(@TempDir Path page)
      throws IOException {
    Path assets = Files.createDirectories(page.resolve("assets"));
    Files.writeString(page.resolve("index.html"), INDEX);
    Files.writeString(assets.resolve("index-1.js"), SCRIPT);
    Files.writeString(assets.resolve("index-1.css"), STYLE);
    Files.writeString(assets.resolve("chart.js"), "x".repeat(9_999));
    assertThat(PageSize.initialBytes(page))
        .isEqualTo(compressed(INDEX) + compressed(SCRIPT) + compressed(STYLE));
  }

  private static long compressed(String text) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(buffer)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return buffer.size();
  }
}

package io.ratel.benchmarks.spine;

import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * What a browser fetches before the page shows: the document, and the scripts and styles that it
 * names itself; what those load later is not counted. Compressed as the door compresses it.
 */
final class PageSize implements Measurement {
  private static final Pattern NAMED =
      Pattern.compile("(?:src|href)=\"/?([^\":?#]+\\.(?:js|css))\"");

  @Override
  public List<String> rows() {
    return List.of("page.initial");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    long bytes = initialBytes(place.root().resolve("web/dist"));
    out.accept(new Row("page.initial", "bytes", Figures.of(bytes), 1));
  }

  static long initialBytes(Path page) throws IOException {
    Path index = page.resolve("index.html");
    long bytes = compressed(index);
    Matcher named = NAMED.matcher(Files.readString(index));
    for (String file : named.results().map(found -> found.group(1)).distinct().toList()) {
      bytes += compressed(page.resolve(file));
    }
    return bytes;
  }

  private static long compressed(Path file) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(buffer)) {
      Files.copy(file, gzip);
    }
    return buffer.size();
  }
}

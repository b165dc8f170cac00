package io.ratel.adapters.capture;

import io.ratel.marketdata.feed.FeedIntake;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 with a bound: of a longer line only the first part is kept, enough for the
 * reader behind to refuse it as too large.
 */
final class LineReader implements Closeable {
  private static final int MAX_BYTES = FeedIntake.MAX_CHARS + 65_536;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = null;
    while (true) {
      if (at == end) {
        end = in.read(buffer, 0, buffer.length);
        at = 0;
        if (end <= 0) {
          end = 0;
          return line == null ? null : text(line);
        }
      }
      if (line == null) {
        line = new ByteArrayOutputStream(256);
      }
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, start, Math.min(at - start, MAX_BYTES - line.size()));
      if (at < end) {
        at++;
        return text(line);
      }
    }
  }

  private static String text(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

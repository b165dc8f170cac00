package io.ratel.adapters.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recording of one connection or of the requests of one venue.
 *
 * @param venue the file's name up to the first dot
 * @param connection what reconnections of one connection have in common
 * @param continued whether it goes on where another file of the same connection ends
 */
record CaptureFile(Path path, String venue, Kind kind, String connection, boolean continued) {
  /** What a file's name says it holds. */
  enum Kind {
    SOCKET,
    REQUESTS,
    LISTING
  }

  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9_-]{1,24})\\.(?:[^.]+\\.)*?(?:(ws|http)\\.([0-9]+)\\.)?([0-9]+)");

  private static final int LINES_TO_URL = 5;

  static Optional<CaptureFile> of(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    String kind = name.group(2);
    return Optional.of(
        new CaptureFile(
            path,
            name.group(1),
            kind == null ? Kind.LISTING : kind.equals("ws") ? Kind.SOCKET : Kind.REQUESTS,
            kind + "." + name.group(3),
            kind != null && !name.group(4).equals("0")));
  }

  LineReader open() throws IOException {
    return new LineReader(Files.newInputStream(path));
  }

  /** What a recording begins with. */
  record Beginning(Optional<String> url, Optional<CaptureFormat> format) {}

  /** The first URL in its first lines, and the format: by its name, else by that URL. */
  Beginning beginning() throws IOException {
    Optional<String> url = Optional.empty();
    Optional<CaptureFormat> format = Optional.empty();
    try (LineReader lines = open()) {
      for (int i = 0; i < LINES_TO_URL && url.isEmpty(); i++) {
        @Nullable String line = lines.next();
        if (line == null) {
          break;
        }
        switch (CaptureLine.parse(line)) {
          case CaptureLine.Origin origin -> {
            url = Optional.of(origin.url());
            format = CaptureFormat.named(origin.format());
          }
          case CaptureLine.Connected connected -> url = Optional.of(connected.url());
          case CaptureLine.Answered answered -> url = Optional.of(answered.url());
          default -> {}
        }
      }
    }
    return new Beginning(url, format.isPresent() ? format : url.flatMap(CaptureFormat::of));
  }
}

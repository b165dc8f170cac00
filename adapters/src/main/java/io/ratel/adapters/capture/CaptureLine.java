package io.ratel.adapters.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a recording. Times are seconds with up to nine decimals, read as nanoseconds without
 * rounding.
 */
sealed interface CaptureLine {
  /** {@code URL <-> time}: a connection was made. */
  record Connected(String url, long timeNs) implements CaptureLine {}

  /** {@code time: text}: received on the connection. */
  record Received(long timeNs, String text) implements CaptureLine {}

  /** {@code URL -> time: text}: the answer to a request. */
  record Answered(String url, long timeNs, String text) implements CaptureLine {}

  /**
   * {@code configuration: {"format":…,"url":…}}: what a recording of ours says of itself, where a
   * file goes on without the line that begins a connection.
   */
  record Origin(String format, String url) implements CaptureLine {}

  /** What was sent by us, settings of the recorder, and empty lines. */
  record Other() implements CaptureLine {}

  /** Not of this format. */
  record Malformed(String why) implements CaptureLine {}

  Pattern TIME = Pattern.compile("([0-9]{1,10})(?:\\.([0-9]{1,9}))?");
  Pattern LINK = Pattern.compile("(\\S{1,65536}) (<->|<-|->) ([0-9.]{1,20})(?:: |$)");
  String SETTINGS = "configuration: ";
  Pattern ORIGIN =
      Pattern.compile("\\{\"format\":\"([a-z]{1,32})\",\"url\":\"([^\"\\\\\\s]{1,4096})\"\\}");

  static CaptureLine parse(String line) {
    if (line.startsWith(SETTINGS)) {
      Matcher origin = ORIGIN.matcher(line).region(SETTINGS.length(), line.length());
      return origin.matches() ? new Origin(origin.group(1), origin.group(2)) : new Other();
    }
    if (line.isBlank()) {
      return new Other();
    }
    int colon = line.indexOf(": ");
    if (colon > 0 && colon <= 20) {
      Matcher time = TIME.matcher(line).region(0, colon);
      if (time.matches()) {
        return new Received(nanos(time), line.substring(colon + 2));
      }
    }
    Matcher link = LINK.matcher(line);
    if (!link.lookingAt()) {
      return new Malformed("a line must be 'time: text', 'URL -> time: text' or 'URL <-> time'");
    }
    Matcher time = TIME.matcher(link.group(3));
    if (!time.matches()) {
      return new Malformed("time must be seconds with at most 9 decimals, was " + link.group(3));
    }
    return switch (link.group(2)) {
      case "<->" -> new Connected(link.group(1), nanos(time));
      case "->" -> new Answered(link.group(1), nanos(time), line.substring(link.end()));
      default -> new Other();
    };
  }

  private static long nanos(Matcher time) {
    String decimals = time.group(2) == null ? "" : time.group(2);
    String padded = decimals + "0".repeat(9 - decimals.length());
    return Math.addExact(
        Math.multiplyExact(Long.parseLong(time.group(1)), 1_000_000_000L), Long.parseLong(padded));
  }
}

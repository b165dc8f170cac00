package io.ratel.adapters.capture;

import io.ratel.marketdata.feed.Frame;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks through one recording, a step at a time. One thread at a time. */
final class CaptureCursor implements Closeable, Comparable<CaptureCursor> {
  /** What a recording makes happen. */
  sealed interface Step {
    record Received(Frame frame) implements Step {}

    record Reconnected() implements Step {}

    record Rubbish(String why) implements Step {}
  }

  private final LineReader lines;
  private final int order;
  private boolean connected;
  private String url = "";
  private long timeNs;
  private @Nullable Step step;

  /**
   * @param order among recordings in which something happened at the same time
   */
  CaptureCursor(CaptureFile file, int order) throws IOException {
    this.order = order;
    this.lines = file.open();
    this.connected = file.continued();
    advance();
  }

  /** The step to take next; null after the last. */
  @Nullable Step step() {
    return step;
  }

  /** When the step happened; what has no time of its own goes with what was before. */
  long timeNs() {
    return timeNs;
  }

  void advance() throws IOException {
    step = null;
    while (step == null) {
      String line = lines.next();
      if (line == null) {
        return;
      }
      switch (CaptureLine.parse(line)) {
        case CaptureLine.Connected(String to, long time) -> {
          url = to;
          timeNs = time;
          step = connected ? new Step.Reconnected() : null;
          connected = true;
        }
        case CaptureLine.Received(long time, String text) -> {
          timeNs = time;
          step = new Step.Received(new Frame(url, text, time));
        }
        case CaptureLine.Answered(String from, long time, String text) -> {
          timeNs = time;
          step = new Step.Received(new Frame(from, text, time));
        }
        case CaptureLine.Malformed(String why) -> step = new Step.Rubbish(why);
        case CaptureLine.Origin(_, String from) -> url = from;
        case CaptureLine.Other() -> {}
      }
    }
  }

  @Override
  public int compareTo(CaptureCursor other) {
    return timeNs != other.timeNs
        ? Long.compare(timeNs, other.timeNs)
        : Integer.compare(order, other.order);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

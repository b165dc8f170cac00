package io.ratel.marketdata.feed;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what one feed does. Written by the feed's thread, read by any. */
public final class FeedMeter {
  private final String name;
  private final Map<FrameFault, Long> faults = new EnumMap<>(FrameFault.class);
  private FeedStatus.State state = FeedStatus.State.RUNNING;
  private String detail = "";
  private long frames;
  private long rejected;
  private long lagNs;
  private long lastFrameNs;

  public FeedMeter(String name) {
    this.name = name;
  }

  public synchronized void frame(long localTimeNs) {
    frames++;
    lastFrameNs = localTimeNs;
  }

  /** A frame whose time is not known. */
  public synchronized void frame() {
    frames++;
  }

  public synchronized void rejected(FrameFault fault, String why) {
    rejected++;
    faults.merge(fault, 1L, Long::sum);
    detail = why;
  }

  public synchronized void lag(long nanos) {
    lagNs = nanos;
  }

  public synchronized void detail(String why) {
    detail = why;
  }

  public synchronized void state(FeedStatus.State newState) {
    state = newState;
  }

  public synchronized void state(FeedStatus.State newState, String why) {
    state = newState;
    detail = why;
  }

  public synchronized FeedStatus status() {
    Map<String, Long> reasons = new LinkedHashMap<>();
    faults.forEach((fault, count) -> reasons.put(fault.label(), count));
    return new FeedStatus(name, state, frames, rejected, reasons, detail, lagNs, lastFrameNs);
  }
}

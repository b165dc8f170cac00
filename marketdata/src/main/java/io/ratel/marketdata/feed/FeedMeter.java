package io.ratel.marketdata.feed;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts what one feed does. Written by the feed's thread, read by any. */
public final class FeedMeter {
  private static final int MAX_DETAIL = 400;

  private final String name;
  private final LongSupplier nanoTime;
  private final long silenceNs;
  private final Map<FrameFault, Long> faults = new EnumMap<>(FrameFault.class);
  private final FeedQuality quality = new FeedQuality();
  private FeedStatus.State state = FeedStatus.State.RUNNING;
  private String detail = "";
  private long frames;
  private long rejected;
  private long failures;
  private long lagNs;
  private long lastFrameNs;
  private long aliveNs;

  /** Of a feed that cannot be silent, such as a recording. */
  public FeedMeter(String name) {
    this(name, () -> 0, Long.MAX_VALUE);
  }

  /**
   * @param nanoTime nanoseconds since some moment
   * @param silenceNs without a word of the other side for so long, nothing is to be trusted
   */
  public FeedMeter(String name, LongSupplier nanoTime, long silenceNs) {
    this.name = name;
    this.nanoTime = nanoTime;
    this.silenceNs = silenceNs;
    this.aliveNs = nanoTime.getAsLong();
  }

  public synchronized void frame(long localTimeNs) {
    frame();
    lastFrameNs = localTimeNs;
  }

  /** A frame whose time is not known. */
  public synchronized void frame() {
    frames++;
    alive();
    quality.frame(aliveNs);
  }

  /** The other side gave a sign of life. */
  public synchronized void alive() {
    aliveNs = nanoTime.getAsLong();
  }

  public synchronized void rejected(FrameFault fault, String why) {
    rejected++;
    quality.rejected(nanoTime.getAsLong());
    faults.merge(fault, 1L, Long::sum);
    detail(why);
  }

  /** A book that was whole is so no more. */
  public synchronized void gap() {
    quality.gap(nanoTime.getAsLong());
  }

  /** A connection was lost, or could not be made. */
  public synchronized void lost(String why) {
    failures++;
    quality.lost(nanoTime.getAsLong());
    detail(why);
  }

  /** A request was not answered as it should be. */
  public synchronized void failed(String why) {
    failures++;
    quality.failed(nanoTime.getAsLong());
    detail(why);
  }

  public synchronized void lag(long nanos) {
    lagNs = nanos;
  }

  public synchronized void detail(String why) {
    detail = why.length() <= MAX_DETAIL ? why : why.substring(0, MAX_DETAIL) + "…";
  }

  public synchronized void state(FeedStatus.State newState) {
    state = newState;
  }

  public synchronized void state(FeedStatus.State newState, String why) {
    state = newState;
    detail(why);
  }

  /** How long nothing has come, in nanoseconds. */
  public synchronized long silentNs() {
    return nanoTime.getAsLong() - aliveNs;
  }

  public synchronized FeedStatus status() {
    Map<String, Long> reasons = new LinkedHashMap<>();
    faults.forEach((fault, count) -> reasons.put(fault.label(), count));
    return new FeedStatus(
        name,
        state,
        frames,
        rejected,
        reasons,
        detail,
        lagNs,
        lastFrameNs,
        rejected + failures,
        score());
  }

  private int score() {
    return switch (state) {
      case RUNNING, FINISHED ->
          quality.score(nanoTime.getAsLong(), lagNs, (double) silentNs() / silenceNs);
      case CONNECTING, RECONNECTING, STOPPED, FAILED, SKIPPED -> 0;
    };
  }
}

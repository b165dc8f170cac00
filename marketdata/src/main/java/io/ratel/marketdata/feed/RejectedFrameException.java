package io.ratel.marketdata.feed;

/** A frame cannot be used. Costs no stack trace, because rubbish may come at line speed. */
public final class RejectedFrameException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_VALUE_CHARS = 80;

  private final FrameFault fault;

  /**
   * @param detail names the field, the value and the rule; cut where it is long
   */
  public RejectedFrameException(FrameFault fault, String detail) {
    super(cut(detail), null, false, false);
    this.fault = fault;
  }

  public FrameFault fault() {
    return fault;
  }

  private static String cut(String detail) {
    return detail.length() <= MAX_VALUE_CHARS * 2
        ? detail
        : detail.substring(0, MAX_VALUE_CHARS * 2) + "…";
  }
}

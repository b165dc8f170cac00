package io.ratel.marketdata.feed;

import io.ratel.marketdata.book.Gap;

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

  /** Why a book that could not take the frame is unknown now. */
  public Gap.Cause gap() {
    return switch (fault) {
      case BAD_CHECKSUM -> Gap.Cause.CHECKSUM;
      case OUT_OF_ORDER -> Gap.Cause.SEQUENCE;
      default -> Gap.Cause.UNREADABLE;
    };
  }

  private static String cut(String detail) {
    return detail.length() <= MAX_VALUE_CHARS * 2
        ? detail
        : detail.substring(0, MAX_VALUE_CHARS * 2) + "…";
  }
}

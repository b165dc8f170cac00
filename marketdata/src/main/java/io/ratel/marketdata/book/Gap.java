package io.ratel.marketdata.book;

import io.ratel.model.instrument.Symbol;

/**
 * A time in which a book was not known, after it had been.
 *
 * @param fromNs when the last change before it was received, or the one that showed it, nanoseconds
 *     since 1970 UTC
 * @param untilNs when it was healed, 0 while it is open
 * @param firstMissing the first of the venue's numbers that did not come, 0 where they are not
 *     known
 * @param lastMissing the last of them
 */
public record Gap(
    Symbol symbol,
    Cause cause,
    long fromNs,
    long untilNs,
    long firstMissing,
    long lastMissing,
    Healing healing) {
  /** What went wrong. */
  public enum Cause {
    /** Numbers were left out. */
    SEQUENCE("sequence"),
    /** The best bid was not below the best ask. */
    CROSSED("crossed"),
    /** The venue's checksum was another than that of the book. */
    CHECKSUM("checksum"),
    /** A change could not be read. */
    UNREADABLE("unreadable"),
    /** The connection was lost. */
    DISCONNECTED("disconnected"),
    /** The feed gave the book up and did not say why. */
    LOST("lost");

    private final String label;

    Cause(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How it ended. */
  public enum Healing {
    OPEN("open"),
    SNAPSHOT("snapshot"),
    /** By the snapshot of a new connection. */
    RESUBSCRIBED("resubscribed"),
    /** The process ended first; the next one began without the book. */
    RESTART("restart");

    private final String label;

    Healing(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  static Gap open(Symbol symbol, Cause cause, long fromNs, long firstMissing, long lastMissing) {
    return new Gap(symbol, cause, fromNs, 0, firstMissing, lastMissing, Healing.OPEN);
  }

  public boolean isOpen() {
    return healing == Healing.OPEN;
  }

  public Gap healed(Healing how, long atNs) {
    return new Gap(symbol, cause, fromNs, Math.max(fromNs, atNs), firstMissing, lastMissing, how);
  }
}

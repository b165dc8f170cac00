package io.ratel.server.role;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.command.Command;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the exchange know that time passes: its clock is that of its commands. Asked every {@link
 * #ASK_MS}, it sends one when something is due, and within a second after others were applied, so
 * that markets which are looked at from time to time are looked at a last time before all is quiet.
 * An idle venue has no such commands in its log. One thread.
 */
final class PassingTime {
  /** Slices of orders that are worked over time may be due several times a second. */
  static final long ASK_MS = 50;

  private static final long AFTER_NS = 1_000_000_000L;
  private static final Logger LOG = LoggerFactory.getLogger(PassingTime.class);

  private final OrderEntry exchange;
  private final LongSupplier commands;
  private final LongSupplier nextDueNs;
  private final LongSupplier nowNs;
  private long told;
  private long toldNs;
  private boolean failed;

  /**
   * @param commands applied so far
   * @param nextDueNs when something is due, nanoseconds since 1970 UTC
   * @param nowNs the same clock
   */
  PassingTime(
      OrderEntry exchange, LongSupplier commands, LongSupplier nextDueNs, LongSupplier nowNs) {
    this.exchange = exchange;
    this.commands = commands;
    this.nextDueNs = nextDueNs;
    this.nowNs = nowNs;
    told = commands.getAsLong();
  }

  /** Sends what must be sent; a failure is logged once, and tried again the next time. */
  void pass() {
    long now = nowNs.getAsLong();
    boolean later = commands.getAsLong() != told && now - toldNs >= AFTER_NS;
    if (!later && now < nextDueNs.getAsLong()) {
      return;
    }
    toldNs = now;
    try {
      exchange.submit(new Command.AdvanceTime());
      told = commands.getAsLong();
      failed = false;
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.atWarn().setCause(e).log("the exchange could not be told that time passes");
      }
      failed = true;
    }
  }
}

package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.instrument.Prices;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.wire.MarkDecoder;
import io.ratel.model.order.RejectReason;

/**
 * What prices set off. A market that is traded here is marked from its own trades and quotes, at
 * most ten times a second; one that is priced elsewhere by commands that tell last, low and high,
 * so that no stop is missed between two of them.
 */
public final class Watch {
  private static final long MARK_INTERVAL_NS = 100_000_000L;

  private final Machine machine;

  public Watch(Machine machine) {
    this.machine = machine;
  }

  /** Applies a mark from elsewhere. */
  public void mark(MarkDecoder c, Answer answer) {
    Listing of = machine.listings.find(c.instrumentId());
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
      return;
    }
    boolean ordered = c.low() > 0 && c.low() <= c.last() && c.last() <= c.high();
    boolean newer =
        c.fromSequence() > of.markSequence
            && c.toSequence() >= c.fromSequence()
            && c.time() >= of.markTimeNs
            && c.time() <= machine.now + MARK_INTERVAL_NS;
    if (!ordered || !newer || c.high() > Limits.SUPPLY || of.settled) {
      answer.refuse(RejectReason.INVALID_MARK);
      return;
    }
    of.markSequence = c.toSequence();
    of.markTimeNs = c.time();
    of.trusted = isBelievable(of, c.last());
    if (!of.trusted) {
      of.doubtful = c.last();
      report(of, c.last(), c.low(), c.high());
      return;
    }
    of.doubtful = 0;
    of.mark = c.last();
    of.range(c.low(), c.high());
    if (of.terms.isDealt()) {
      // Nothing trades here, so the mark is what last traded.
      of.traded(c.low());
      of.traded(c.high());
      of.traded(c.last());
    }
    report(of, c.last(), c.low(), c.high());
    machine.listings.look(of);
  }

  /** A mark far from the one before must be confirmed by the next. */
  private static boolean isBelievable(Listing of, long last) {
    int band = of.terms.bandPpm();
    return of.mark == 0
        || band == 0
        || isNear(last, of.mark, band)
        || (of.doubtful != 0 && isNear(last, of.doubtful, band));
  }

  private static boolean isNear(long price, long to, int band) {
    return price >= Prices.moved(to, -band) && price <= Prices.moved(to, band);
  }

  private void report(Listing of, long last, long low, long high) {
    machine
        .events
        .marked()
        .last(last)
        .low(low)
        .high(high)
        .mark(of.mark)
        .instrumentId(of.id)
        .trusted((short) (of.trusted ? 1 : 0));
  }

  /** Sets off what the market's prices reach, and finds the accounts they put under water. */
  public void look(Listing of, Consequences consequences) {
    if (of.isMargined() && of.markSequence == 0 && !of.settled) {
      markFromOwnBook(of);
    }
    if (machine.waiting.countOfInstrument(of.id) > 0) {
      fire(of, consequences);
    }
    of.lowTrade = 0;
    of.highTrade = 0;
    boolean moved = of.lowMark != 0;
    of.lowMark = 0;
    of.highMark = 0;
    if (moved && of.isMargined() && of.hasFreshMark(machine.now)) {
      findUnderWater(of);
    }
  }

  private void fire(Listing of, Consequences consequences) {
    if (of.lastTrade > 0) {
      // Without a trade since the last look, the last one still counts for who has come since.
      consequences.firingAt(of.lastTrade);
      long low = of.lowTrade == 0 ? of.lastTrade : of.lowTrade;
      long high = of.highTrade == 0 ? of.lastTrade : of.highTrade;
      machine.waiting.fire(of.id, false, low, high, of.lastTrade, Integer.MAX_VALUE, consequences);
    }
    if (of.mark > 0 && of.trusted) {
      consequences.firingAt(of.mark);
      long low = of.lowMark == 0 ? of.mark : of.lowMark;
      long high = of.highMark == 0 ? of.mark : of.highMark;
      machine.waiting.fire(of.id, true, low, high, of.mark, Integer.MAX_VALUE, consequences);
    }
  }

  private void markFromOwnBook(Listing of) {
    if (of.mark != 0 && machine.now - of.markTimeNs < MARK_INTERVAL_NS) {
      return;
    }
    long mark = of.ownMark();
    if (mark == 0) {
      return;
    }
    of.markTimeNs = machine.now;
    of.trusted = true;
    if (mark != of.mark) {
      of.mark = mark;
      of.range(mark, mark);
      report(of, of.lastTrade, mark, mark);
    }
  }

  private void findUnderWater(Listing of) {
    Positions positions = machine.positions;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      if (positions.quantity(row) != 0) {
        machine.liquidations.consider(positions.account(row), of, row);
      }
    }
  }
}

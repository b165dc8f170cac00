package io.ratel.marketdata.bar;

import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.money.FixedPoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forming bars of one market. Those of the kept intervals are in flat tracks, those of the
 * others are folded from them when somebody asks. A trade may come late by the watermark and
 * corrects its bars; a later one is left to the store. A trade that opens no new bar allocates
 * nothing. One thread at a time.
 */
public final class BarAggregator {
  private static final Map<Interval, Interval[]> MADE_OF = new EnumMap<>(Interval.class);

  static {
    for (Interval kept : Interval.KEPT) {
      List<Interval> made = new ArrayList<>();
      for (Interval interval : Interval.values()) {
        if (interval.base() == kept) {
          made.add(interval);
        }
      }
      MADE_OF.put(kept, made.toArray(Interval[]::new));
    }
  }

  private final long watermarkNs;
  private final BarTrack[] tracks = new BarTrack[Interval.KEPT.size()];
  private final int[] rows = new int[Interval.KEPT.size()];
  private Market market;
  private long newestNs = Long.MIN_VALUE;
  private long late;
  private long overflowed;

  public BarAggregator(Market market, long watermarkNs) {
    if (watermarkNs < 0) {
      throw new IllegalArgumentException("watermarkNs must not be negative, was " + watermarkNs);
    }
    this.market = market;
    this.watermarkNs = watermarkNs;
    for (int i = 0; i < tracks.length; i++) {
      tracks[i] = new BarTrack(Interval.KEPT.get(i));
    }
  }

  /**
   * From when on the stored bars of an interval are needed to go on after a trade of {@code
   * lastTimeNs}: where the oldest bar begins that it may still be part of.
   */
  public static long neededFrom(Interval kept, long lastTimeNs) {
    long from = Long.MAX_VALUE;
    for (Interval made : MADE_OF.getOrDefault(kept, new Interval[0])) {
      from = Math.min(from, made.floor(lastTimeNs));
    }
    return from;
  }

  /**
   * Continues stored bars.
   *
   * @param stored of the kept intervals
   * @param lastTimeNs of the newest trade in them
   */
  public void resume(List<Bar> stored, long lastTimeNs) {
    newestNs = Math.max(newestNs, lastTimeNs);
    for (Bar bar : stored) {
      replace(bar, Math.min(lastTimeNs, bar.interval().end(bar.timeNs()) - 1));
    }
  }

  /**
   * Takes a trade into its bars.
   *
   * @return false when it came too late, or when a sum would overflow and it was refused
   */
  public boolean add(Trade trade) {
    long time = trade.exchangeTimeNs();
    if (newestNs != Long.MIN_VALUE && time < newestNs - watermarkNs) {
      late++;
      return false;
    }
    long price = trade.price();
    long quantity = trade.quantity();
    Market from = trade.market();
    if (from != market) {
      if (!widen(market.widen(from))) {
        overflowed++;
        return false;
      }
      try {
        price = FixedPoint.rescale(price, from.priceScale(), market.priceScale());
        quantity = FixedPoint.rescale(quantity, from.quantityScale(), market.quantityScale());
      } catch (ArithmeticException e) {
        overflowed++;
        return false;
      }
    }
    for (int i = 0; i < tracks.length; i++) {
      rows[i] = tracks[i].find(time);
      if (!tracks[i].hasRoomFor(rows[i], quantity)) {
        overflowed++;
        return false;
      }
    }
    newestNs = Math.max(newestNs, time);
    for (int i = 0; i < tracks.length; i++) {
      int row = rows[i];
      if (row == BarTrack.NONE) {
        forget(tracks[i]);
        row = tracks[i].open(time);
      }
      tracks[i].add(row, time, trade.id(), price, quantity);
    }
    return true;
  }

  /**
   * Compares with what the store made of all it has, late trades included, and takes its word
   * unless it has seen fewer trades.
   *
   * @param stored of a kept interval
   * @return true when the bar is not held as it is stored, and others should be told of it
   */
  public boolean settle(Bar stored) {
    BarTrack track = track(stored.interval());
    int row = track.find(stored.timeNs());
    if (row == BarTrack.NONE) {
      return true;
    }
    if (stored.trades() < track.trades(row) || track.bar(row, market).equals(stored)) {
      return false;
    }
    replace(stored, Math.min(newestNs, stored.interval().end(stored.timeNs()) - 1));
    return true;
  }

  /** The bars of a kept interval that are held, oldest first. */
  public List<Bar> bars(Interval kept) {
    BarTrack track = track(kept);
    List<Bar> list = new ArrayList<>(track.end() - track.first());
    for (int row = track.first(); row < track.end(); row++) {
      list.add(track.bar(row, market));
    }
    return list;
  }

  /**
   * The bar that holds this time, which must not be before the watermark; empty when there is none,
   * or when the volume of a folded one does not fit a number.
   */
  public Optional<Bar> bar(Interval interval, long timeNs) {
    BarTrack track = track(interval.base());
    if (interval.isKept()) {
      int row = track.find(timeNs);
      return row == BarTrack.NONE ? Optional.empty() : Optional.of(track.bar(row, market));
    }
    long start = interval.floor(timeNs);
    int from = track.first();
    while (from < track.end() && track.start(from) < start) {
      from++;
    }
    int to = from == track.end() ? from : rowsOf(track, from, interval);
    if (from == to || interval.floor(track.start(from)) != start) {
      return Optional.empty();
    }
    try {
      return Optional.of(track.fold(from, to, market, interval));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Whether the bar that starts then had ended when the newest trade was made. */
  public boolean isOver(Interval interval, long startNs) {
    return interval.end(startNs) <= newestNs;
  }

  public Market market() {
    return market;
  }

  /** Trades that came after the watermark. */
  public long late() {
    return late;
  }

  /** Trades that were refused because a sum would have overflowed. */
  public long overflowed() {
    return overflowed;
  }

  private static int rowsOf(BarTrack track, int from, Interval interval) {
    long end = interval.end(interval.floor(track.start(from)));
    int to = from;
    while (to < track.end() && track.start(to) < end) {
      to++;
    }
    return to;
  }

  private BarTrack track(Interval kept) {
    return tracks[Interval.KEPT.indexOf(kept)];
  }

  private void replace(Bar stored, long lastTimeNs) {
    if (!widen(market.widen(stored.market()))) {
      return;
    }
    Bar bar;
    try {
      bar = FormingBar.rescaled(stored, market);
    } catch (ArithmeticException e) {
      return; // the store keeps it in its own decimals
    }
    track(bar.interval()).set(bar, lastTimeNs);
  }

  private boolean widen(Market wider) {
    if (wider == market || wider.equals(market)) {
      return true;
    }
    long priceFactor = FixedPoint.powerOfTen(wider.priceScale() - market.priceScale());
    long quantityFactor = FixedPoint.powerOfTen(wider.quantityScale() - market.quantityScale());
    for (BarTrack track : tracks) {
      if (!track.canRescale(priceFactor, quantityFactor)) {
        return false;
      }
    }
    market = wider;
    for (BarTrack track : tracks) {
      track.rescale(priceFactor, quantityFactor);
    }
    return true;
  }

  /** Keeps what a trade may still correct, and what belongs to a longer bar that it may. */
  private void forget(BarTrack track) {
    track.forget(neededFrom(track.interval(), newestNs - watermarkNs));
  }
}

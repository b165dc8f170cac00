package io.ratel.benchmarks.market;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A repeatable flow of ticks over a thousand markets, as numbers, of which events are made as a
 * reader of frames makes them. Of a hundred ticks 70 are changes of one level of a book, 20 are
 * quotes and 10 are trades: recorded traffic of five venues has about 98 levels, 1 quote and 1
 * trade, so this is harder than what comes. Markets are drawn by Zipf's law; every fifth is quoted
 * and has no book. A level is as near the best as a geometric draw of mean ten says, one change in
 * four takes it away. One trade in a hundred comes twice.
 */
final class TickTape {
  static final int MARKETS = 1_000;
  static final int LEVELS = 200;

  static final byte LEVEL = 0;
  static final byte QUOTE = 1;
  static final byte TRADE = 2;

  private static final long START_NS = 1_790_000_000_000_000_000L;
  private static final long STEP_NS = 30_000; // a minute and a half in three million
  private static final long MIDDLE = 1_000_000;

  private final Market[] markets;
  private final byte[] kinds;
  private final short[] market;
  private final int[] offset; // of the price from the middle, negative for a bid
  private final int[] quantity;
  private final long[] number; // of the trade, or of the change

  /**
   * @param shard whose markets are drawn: those whose place leaves this when divided by {@code
   *     shards}
   */
  TickTape(int size, int shards, int shard, long seed) {
    markets = new Market[MARKETS / shards];
    for (int i = 0; i < markets.length; i++) {
      markets[i] = new Market(Symbol.of("X:M%03d-USD".formatted(i * shards + shard)), 2, 4);
    }
    kinds = new byte[size];
    market = new short[size];
    offset = new int[size];
    quantity = new int[size];
    number = new long[size];
    Random random = new Random(seed);
    int[] booked = drawn(size, false, random);
    int[] quoted = drawn(size, true, random);
    long[] numbers = new long[markets.length];
    for (int i = 0; i < size; i++) {
      int kind = random.nextInt(100);
      kinds[i] = kind < 70 ? LEVEL : kind < 90 ? QUOTE : TRADE;
      market[i] = (short) (kinds[i] == QUOTE ? quoted[i] : booked[i]);
      int away = 1 + Math.min(LEVELS, (int) (-10 * Math.log(1 - random.nextDouble())));
      offset[i] = random.nextBoolean() ? away : -away;
      boolean gone = kinds[i] == LEVEL && away > 1 && random.nextInt(4) == 0;
      quantity[i] = gone ? 0 : 1 + random.nextInt(1_000_000);
      boolean again = kinds[i] == TRADE && random.nextInt(100) == 0;
      number[i] = again ? numbers[market[i]] : ++numbers[market[i]];
    }
  }

  /** Places of markets by Zipf's law, of those that are quoted only or of those with a book. */
  private int[] drawn(int size, boolean quotedOnly, Random random) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < markets.length; i++) {
      if (isQuoted(i) == quotedOnly) {
        places.add(i);
      }
    }
    double[] upTo = new double[places.size()];
    double sum = 0;
    for (int rank = 0; rank < upTo.length; rank++) {
      sum += 1.0 / (rank + 1);
      upTo[rank] = sum;
    }
    int[] drawn = new int[size];
    for (int i = 0; i < size; i++) {
      int at = Arrays.binarySearch(upTo, random.nextDouble() * sum);
      drawn[i] = places.get(Math.min(upTo.length - 1, at < 0 ? -at - 1 : at));
    }
    return drawn;
  }

  private static boolean isQuoted(int market) {
    return market % 5 == 4;
  }

  int size() {
    return kinds.length;
  }

  Market[] markets() {
    return markets;
  }

  byte kind(int tick) {
    return kinds[tick];
  }

  int market(int tick) {
    return market[tick];
  }

  static long timeNs(int tick) {
    return START_NS + tick * STEP_NS;
  }

  Trade trade(int tick) {
    return new Trade(
        markets[market[tick]],
        Long.toString(number[tick]),
        MIDDLE + offset[tick],
        quantity[tick],
        offset[tick] > 0 ? Side.BUY : Side.SELL,
        timeNs(tick),
        timeNs(tick));
  }

  Quote quote(int tick) {
    int spread = Math.abs(offset[tick]);
    return new Quote(
        markets[market[tick]],
        MIDDLE - spread,
        quantity[tick],
        MIDDLE + spread,
        quantity[tick] + 1,
        timeNs(tick),
        timeNs(tick));
  }

  BookDelta delta(int tick) {
    List<Level> level = List.of(new Level(MIDDLE + offset[tick], quantity[tick]));
    boolean bid = offset[tick] < 0;
    return new BookDelta(
        markets[market[tick]],
        bid ? level : List.of(),
        bid ? List.of() : level,
        0,
        tick + 1,
        timeNs(tick),
        timeNs(tick));
  }

  /** A whole book of a market. */
  BookSnapshot book(int place) {
    List<Level> bids = new ArrayList<>();
    List<Level> asks = new ArrayList<>();
    for (int away = 1; away <= LEVELS; away++) {
      bids.add(new Level(MIDDLE - away, 1_000));
      asks.add(new Level(MIDDLE + away, 1_000));
    }
    return new BookSnapshot(markets[place], bids, asks, 0, START_NS, START_NS);
  }
}

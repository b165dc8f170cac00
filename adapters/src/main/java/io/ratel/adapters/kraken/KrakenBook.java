package io.ratel.adapters.kraken;

import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** One book in the digits that the venue sends, no deeper than was subscribed to. One thread. */
final class KrakenBook {
  private static final int SUMMED = 10; // levels of each side

  /**
   * A level as it was sent.
   *
   * @param quantity of zero value takes it away
   */
  record TextLevel(Side side, String price, String quantity) {
    boolean isRemoved() {
      return new BigDecimal(quantity).signum() == 0;
    }
  }

  private final TreeMap<BigDecimal, TextLevel> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<BigDecimal, TextLevel> asks = new TreeMap<>();
  private final int depth;

  KrakenBook(int depth) {
    this.depth = depth;
  }

  /**
   * Takes changes in the sequence in which they were sent.
   *
   * @return levels that have fallen out at the far end; the venue says nothing more of them
   */
  List<TextLevel> apply(List<TextLevel> changes) {
    for (TextLevel level : changes) {
      TreeMap<BigDecimal, TextLevel> side = side(level.side());
      if (level.isRemoved()) {
        side.remove(new BigDecimal(level.price()));
      } else {
        side.put(new BigDecimal(level.price()), level);
      }
    }
    List<TextLevel> fallen = new ArrayList<>();
    for (Side side : Side.values()) {
      while (side(side).size() > depth) {
        fallen.add(side(side).pollLastEntry().getValue());
      }
    }
    return fallen;
  }

  private TreeMap<BigDecimal, TextLevel> side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  /**
   * CRC-32 over the ten best asks and then the ten best bids: price and quantity of each without
   * the point and without leading zeros.
   */
  long checksum() {
    StringBuilder digits = new StringBuilder();
    asks.values().stream().limit(SUMMED).forEach(level -> append(digits, level));
    bids.values().stream().limit(SUMMED).forEach(level -> append(digits, level));
    CRC32 sum = new CRC32();
    sum.update(digits.toString().getBytes(StandardCharsets.US_ASCII));
    return sum.getValue();
  }

  private static void append(StringBuilder digits, TextLevel level) {
    append(digits, level.price());
    append(digits, level.quantity());
  }

  private static void append(StringBuilder digits, String decimal) {
    boolean leading = true;
    for (int i = 0; i < decimal.length(); i++) {
      char c = decimal.charAt(i);
      leading &= c == '0' || c == '.';
      if (!leading && c != '.') {
        digits.append(c);
      }
    }
  }
}

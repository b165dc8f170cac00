package io.ratel.adapters.venue.format;

import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * One book in the digits that the venue sends, because checksums are over digits; no deeper than
 * was subscribed to. One thread at a time.
 */
public final class TextBook {
  /**
   * A level as it was sent.
   *
   * @param quantity of zero value takes it away
   */
  public record TextLevel(Side side, String price, String quantity) {
    boolean isRemoved() {
      return new BigDecimal(quantity).signum() == 0;
    }
  }

  private final TreeMap<BigDecimal, TextLevel> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<BigDecimal, TextLevel> asks = new TreeMap<>();
  private final int depth;

  public TextBook(int depth) {
    this.depth = depth;
  }

  /**
   * Takes changes in the sequence in which they were sent.
   *
   * @return levels that have fallen out at the far end; the venue says nothing more of them
   */
  public List<TextLevel> apply(List<TextLevel> changes) {
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

  /** The best levels of a side, at most so many. */
  public List<TextLevel> best(Side side, int levels) {
    return side(side).values().stream().limit(levels).toList();
  }

  /** CRC-32 of a text in ASCII, as an unsigned number. */
  public static long crc32(CharSequence text) {
    CRC32 sum = new CRC32();
    sum.update(text.toString().getBytes(StandardCharsets.US_ASCII));
    return sum.getValue();
  }

  private TreeMap<BigDecimal, TextLevel> side(Side side) {
    return side == Side.BUY ? bids : asks;
  }
}

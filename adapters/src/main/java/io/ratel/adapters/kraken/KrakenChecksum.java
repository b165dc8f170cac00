package io.ratel.adapters.kraken;

import io.ratel.adapters.venue.format.TextBook;
import io.ratel.model.order.Side;

/**
 * CRC-32 over the ten best asks and then the ten best bids: price and quantity of each without the
 * point and without leading zeros.
 */
final class KrakenChecksum {
  private static final int SUMMED = 10; // levels of each side

  private KrakenChecksum() {}

  static long of(TextBook book) {
    StringBuilder digits = new StringBuilder();
    for (Side side : new Side[] {Side.SELL, Side.BUY}) {
      for (TextBook.TextLevel level : book.best(side, SUMMED)) {
        append(digits, level.price());
        append(digits, level.quantity());
      }
    }
    return TextBook.crc32(digits);
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

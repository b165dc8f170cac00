package io.ratel.marketdata.feed;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.money.FixedPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The markets of one venue and the decimals they were seen to use. Trailing zeros do not count: a
 * venue that pads everything to eight decimals is not believed to trade in steps of 10^-8. One
 * thread at a time.
 */
public final class VenueMarkets {
  private static final int MAX_SYMBOLS = 10_000;
  private static final int MAX_CHARS = 64;

  /** The values of one frame, in the order they were given. */
  public record Values(Market market, long[] prices, long[] quantities) {
    /** The first pair as the bid, the second as the ask. */
    public Quote quote(long exchangeTimeNs, long localTimeNs) {
      return new Quote(
          market, prices[0], quantities[0], prices[1], quantities[1], exchangeTimeNs, localTimeNs);
    }
  }

  private static final class Entry {
    private Market market;
    private long typicalPrice;
    private long typicalQuantity;

    private Entry(Market market) {
      this.market = market;
    }
  }

  private final String venue;
  private final Map<Symbol, Entry> entries = new HashMap<>();

  /**
   * @param venue as it is to stand before the colon of its symbols
   */
  public VenueMarkets(String venue) {
    this.venue = venue;
  }

  public Symbol symbol(String base, String quote) throws RejectedFrameException {
    try {
      return Symbol.ofVenue(venue, base, quote);
    } catch (IllegalArgumentException e) {
      throw new RejectedFrameException(FrameFault.BAD_SYMBOL, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads the decimals of one frame, all or none; the market becomes wider when they need it.
   *
   * @throws RejectedFrameException when one is no decimal, negative, or too large; or when one
   *     stray value with many decimals would leave no room for values like the last ones
   */
  public Values read(Symbol symbol, List<String> prices, List<String> quantities)
      throws RejectedFrameException {
    Entry entry = entries.get(symbol);
    boolean known = entry != null;
    if (entry == null) {
      if (entries.size() >= MAX_SYMBOLS) {
        throw new RejectedFrameException(
            FrameFault.TOO_MANY_SYMBOLS, "a feed has at most " + MAX_SYMBOLS + " symbols");
      }
      entry = new Entry(new Market(symbol, 0, 0));
    }
    int priceScale = scale("price", prices, entry.market.priceScale(), entry.typicalPrice);
    int quantityScale =
        scale("quantity", quantities, entry.market.quantityScale(), entry.typicalQuantity);
    long[] priceValues = parse("price", prices, priceScale);
    long[] quantityValues = parse("quantity", quantities, quantityScale);
    if (!known) {
      entries.put(symbol, entry);
    }
    if (priceScale != entry.market.priceScale() || quantityScale != entry.market.quantityScale()) {
      entry.market = new Market(symbol, priceScale, quantityScale);
    }
    entry.typicalPrice = largest(priceValues);
    entry.typicalQuantity = largest(quantityValues);
    return new Values(entry.market, priceValues, quantityValues);
  }

  private static int scale(String name, List<String> texts, int current, long typical)
      throws RejectedFrameException {
    int scale = current;
    for (String text : texts) {
      scale = Math.max(scale, decimals(name, text));
    }
    if (scale > FixedPoint.MAX_SCALE) {
      throw new RejectedFrameException(
          FrameFault.DOES_NOT_FIT,
          name + " must have at most " + FixedPoint.MAX_SCALE + " decimals, has " + scale);
    }
    if (Math.multiplyHigh(typical, FixedPoint.powerOfTen(scale - current)) != 0
        || typical * FixedPoint.powerOfTen(scale - current) < 0) {
      throw new RejectedFrameException(
          FrameFault.DOES_NOT_FIT,
          name + " with " + scale + " decimals leaves no room for the last values");
    }
    return scale;
  }

  /** How many decimals there are up to the last that is not zero. */
  private static int decimals(String name, String text) throws RejectedFrameException {
    int length = text.length();
    boolean negative = length > 0 && text.charAt(0) == '-';
    int point = -1;
    int digits = 0;
    int last = -1;
    for (int i = negative ? 1 : 0; i < length && length <= MAX_CHARS; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c >= '0' && c <= '9') {
        digits++;
        if (c != '0') {
          last = i;
        }
      } else {
        digits = 0;
        break;
      }
    }
    if (digits == 0) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, name + " must be a plain decimal, was '" + text + "'");
    }
    if (negative && last >= 0) {
      throw new RejectedFrameException(
          FrameFault.NEGATIVE, name + " must not be negative, was '" + text + "'");
    }
    return point < 0 ? 0 : Math.max(0, last - point);
  }

  private static long[] parse(String name, List<String> texts, int scale)
      throws RejectedFrameException {
    long[] values = new long[texts.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = FixedPoint.parse(texts.get(i), scale);
      } catch (NumberFormatException e) {
        throw new RejectedFrameException(
            FrameFault.DOES_NOT_FIT,
            name + " " + e.getMessage() + " for " + scale + " decimals: '" + texts.get(i) + "'");
      }
    }
    return values;
  }

  private static long largest(long[] values) {
    long largest = 0;
    for (long value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }
}

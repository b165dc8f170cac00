package io.ratel.adapters.venue.format;

import io.ratel.adapters.venue.Pair;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Splits {@code NKNUSDT} into base and quote: as the venue's own listing or the configuration says
 * where it was seen, else by the longest quote asset that ends it. One thread at a time.
 */
public final class JoinedPairs {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,24}");
  private static final int MAX_LISTED = 20_000;

  private static final List<String> USUAL =
      List.of(
          "USDT", "USDC", "FDUSD", "TUSD", "BUSD", "USDP", "USDS", "USD1", "XUSD", "RLUSD", "BFUSD",
          "PAX", "DAI", "UST", "SUSD", "USD4", "USDE", "USD", "BTC", "XBT", "ETH", "BNB", "MNT",
          "SOL", "XRP", "TRX", "DOGE", "DOT", "VAI", "IDRT", "BIDR", "BKRW", "BVND", "EURI", "AEUR",
          "EUR", "GBP", "AUD", "TRY", "BRL", "RUB", "UAH", "NGN", "ZAR", "PLN", "RON", "ARS", "JPY",
          "CZK", "MXN", "COP", "CHF", "KZT", "INR", "IDR");

  /** Longest first, so that {@code BUSD} is not taken for {@code USD}. */
  private final List<String> quotes;

  private final Map<String, Pair> known = new HashMap<>();

  /** Of a venue that knows all kinds of assets. */
  public JoinedPairs() {
    this(USUAL);
  }

  /**
   * @param quotes what is paid with at the venue
   */
  public JoinedPairs(List<String> quotes) {
    this.quotes =
        quotes.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  public Pair split(String name) throws RejectedFrameException {
    String upper = name.toUpperCase(Locale.ROOT);
    Pair pair = known.get(upper);
    if (pair != null) {
      return pair;
    }
    if (FORM.matcher(upper).matches()) {
      for (String quote : quotes) {
        if (upper.endsWith(quote) && upper.length() > quote.length()) {
          Pair split = new Pair(upper.substring(0, upper.length() - quote.length()), quote);
          learn(split);
          return split;
        }
      }
    }
    throw new RejectedFrameException(
        FrameFault.BAD_SYMBOL, "symbol must end with a known quote asset, was '" + name + "'");
  }

  /** From now on this pair's joined name is known to mean it. */
  public void learn(Pair pair) {
    String name = pair.base() + pair.quote();
    if (FORM.matcher(name).matches() && known.size() < MAX_LISTED) {
      known.put(name, pair);
    }
  }
}

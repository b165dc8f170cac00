package io.ratel.adapters.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits {@code NKNUSDT} into base and quote: as the venue's own listing says where it was seen,
 * else by the longest quote asset that ends it. One thread at a time.
 */
final class BinancePairs {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,24}");
  private static final int MAX_LISTED = 20_000;

  /** Longest first, so that {@code BUSD} is not taken for {@code USD}. */
  private static final List<String> QUOTES =
      Stream.of(
              "USDT", "USDC", "FDUSD", "TUSD", "BUSD", "USDP", "USDS", "USD1", "XUSD", "RLUSD",
              "BFUSD", "PAX", "DAI", "UST", "SUSD", "USD4", "USD", "BTC", "XBT", "ETH", "BNB",
              "SOL", "XRP", "TRX", "DOGE", "DOT", "VAI", "IDRT", "BIDR", "BKRW", "BVND", "EURI",
              "AEUR", "EUR", "GBP", "AUD", "TRY", "BRL", "RUB", "UAH", "NGN", "ZAR", "PLN", "RON",
              "ARS", "JPY", "CZK", "MXN", "COP", "CHF", "KZT", "INR", "IDR")
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();

  record Pair(String base, String quote) {}

  private final Map<String, Pair> known = new HashMap<>();

  Pair split(String name) throws RejectedFrameException {
    String upper = name.toUpperCase(Locale.ROOT);
    Pair pair = known.get(upper);
    if (pair != null) {
      return pair;
    }
    if (FORM.matcher(upper).matches()) {
      for (String quote : QUOTES) {
        if (upper.endsWith(quote) && upper.length() > quote.length()) {
          return remember(
              upper, new Pair(upper.substring(0, upper.length() - quote.length()), quote));
        }
      }
    }
    throw new RejectedFrameException(
        FrameFault.BAD_SYMBOL, "symbol must end with a known quote asset, was '" + name + "'");
  }

  /** Learns the venue's own listing, the answer of {@code /api/v3/exchangeInfo}. */
  void learn(JsonNode listing) {
    for (JsonNode symbol : listing.path("symbols")) {
      String name = symbol.path("symbol").asText();
      String base = symbol.path("baseAsset").asText();
      String quote = symbol.path("quoteAsset").asText();
      if (FORM.matcher(name).matches() && name.equals(base + quote) && !quote.isEmpty()) {
        remember(name, new Pair(base, quote));
      }
    }
  }

  private Pair remember(String name, Pair pair) {
    if (known.size() < MAX_LISTED) {
      known.put(name, pair);
    }
    return pair;
  }
}

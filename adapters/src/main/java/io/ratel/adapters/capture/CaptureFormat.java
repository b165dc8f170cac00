package io.ratel.adapters.capture;

import io.ratel.adapters.binance.BinanceReader;
import io.ratel.adapters.coinbase.CoinbaseReader;
import io.ratel.marketdata.feed.FeedReader;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The formats that can be read, recognised by the URL that a recording begins with. */
enum CaptureFormat {
  COINBASE(CoinbaseReader::reads, CoinbaseReader::new),
  BINANCE(BinanceReader::reads, BinanceReader::new);

  private final Predicate<String> recognises;
  private final Function<String, FeedReader> makes;

  CaptureFormat(Predicate<String> recognises, Function<String, FeedReader> makes) {
    this.recognises = recognises;
    this.makes = makes;
  }

  static Optional<CaptureFormat> of(String url) {
    for (CaptureFormat format : values()) {
      if (format.recognises.test(url)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  FeedReader reader(String venue) {
    return makes.apply(venue);
  }
}

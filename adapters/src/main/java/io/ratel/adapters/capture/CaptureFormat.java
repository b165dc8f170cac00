package io.ratel.adapters.capture;

import io.ratel.adapters.binance.BinanceReader;
import io.ratel.adapters.coinbase.CoinbaseReader;
import io.ratel.marketdata.feed.FeedReader;
import java.util.Optional;

/** The formats that can be read, recognised by the URL that a recording begins with. */
enum CaptureFormat {
  COINBASE,
  BINANCE;

  static Optional<CaptureFormat> of(String url) {
    if (CoinbaseReader.reads(url)) {
      return Optional.of(COINBASE);
    }
    return BinanceReader.reads(url) ? Optional.of(BINANCE) : Optional.empty();
  }

  FeedReader reader(String venue) {
    return switch (this) {
      case COINBASE -> new CoinbaseReader(venue);
      case BINANCE -> new BinanceReader(venue);
    };
  }
}

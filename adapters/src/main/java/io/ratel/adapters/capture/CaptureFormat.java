package io.ratel.adapters.capture;

import io.ratel.adapters.binance.BinanceReader;
import io.ratel.adapters.coinbase.CoinbaseReader;
import io.ratel.adapters.kraken.KrakenReader;
import io.ratel.marketdata.feed.FeedReader;
import java.util.Optional;

/** The formats that can be read, recognised by the URL that a recording begins with. */
enum CaptureFormat {
  COINBASE,
  BINANCE,
  KRAKEN;

  static Optional<CaptureFormat> of(String url) {
    if (CoinbaseReader.reads(url)) {
      return Optional.of(COINBASE);
    }
    if (BinanceReader.reads(url)) {
      return Optional.of(BINANCE);
    }
    return KrakenReader.reads(url) ? Optional.of(KRAKEN) : Optional.empty();
  }

  FeedReader reader(String venue) {
    return switch (this) {
      case COINBASE -> new CoinbaseReader(venue);
      case BINANCE -> new BinanceReader(venue);
      case KRAKEN -> new KrakenReader(venue);
    };
  }
}

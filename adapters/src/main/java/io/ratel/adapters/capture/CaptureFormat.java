package io.ratel.adapters.capture;

import io.ratel.adapters.binance.BinanceReader;
import io.ratel.adapters.bitstamp.BitstampReader;
import io.ratel.adapters.bybit.BybitReader;
import io.ratel.adapters.coinbase.CoinbaseReader;
import io.ratel.adapters.kraken.KrakenReader;
import io.ratel.adapters.okx.OkxReader;
import io.ratel.marketdata.feed.FeedReader;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that can be read, recognised by the URL that a recording begins with. */
enum CaptureFormat {
  COINBASE,
  BINANCE,
  KRAKEN,
  BITSTAMP,
  OKX,
  BYBIT;

  /** By its name in lower case, as recordings of ours tell it. */
  static Optional<CaptureFormat> named(String name) {
    return Stream.of(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  static Optional<CaptureFormat> of(String url) {
    if (CoinbaseReader.reads(url)) {
      return Optional.of(COINBASE);
    }
    if (BinanceReader.reads(url)) {
      return Optional.of(BINANCE);
    }
    if (KrakenReader.reads(url)) {
      return Optional.of(KRAKEN);
    }
    if (BitstampReader.reads(url)) {
      return Optional.of(BITSTAMP);
    }
    if (OkxReader.reads(url)) {
      return Optional.of(OKX);
    }
    return BybitReader.reads(url) ? Optional.of(BYBIT) : Optional.empty();
  }

  FeedReader reader(String venue) {
    return switch (this) {
      case COINBASE -> new CoinbaseReader(venue);
      case BINANCE -> new BinanceReader(venue);
      case KRAKEN -> new KrakenReader(venue);
      case BITSTAMP -> new BitstampReader(venue);
      case OKX -> new OkxReader(venue);
      case BYBIT -> new BybitReader(venue);
    };
  }
}

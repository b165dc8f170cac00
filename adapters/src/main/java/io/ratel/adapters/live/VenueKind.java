package io.ratel.adapters.live;

import io.ratel.adapters.binance.BinanceProtocol;
import io.ratel.adapters.bitstamp.BitstampProtocol;
import io.ratel.adapters.bybit.BybitProtocol;
import io.ratel.adapters.coinbase.CoinbaseProtocol;
import io.ratel.adapters.kraken.KrakenProtocol;
import io.ratel.adapters.okx.OkxProtocol;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be spoken, with where its own venue is and what is followed there if nothing is said.
 */
public enum VenueKind {
  BINANCE("wss://stream.binance.com:9443", "https://api.binance.com", "USDT"),
  COINBASE("wss://ws-feed.exchange.coinbase.com", "https://api.exchange.coinbase.com", "USD"),
  KRAKEN("wss://ws.kraken.com", "https://api.kraken.com", "USD"),
  BITSTAMP("wss://ws.bitstamp.net", "https://www.bitstamp.net", "USD"),
  OKX("wss://ws.okx.com:8443/ws/v5/public", "https://www.okx.com", "USDT"),
  BYBIT("wss://stream.bybit.com/v5/public/spot", "https://api.bybit.com", "USDT");

  private final URI socket;
  private final URI rest;
  private final List<Pair> pairs;

  VenueKind(String socket, String rest, String quote) {
    this.socket = URI.create(socket);
    this.rest = URI.create(rest);
    this.pairs = List.of(new Pair("BTC", quote), new Pair("ETH", quote));
  }

  /** By its name in any case. */
  public static Optional<VenueKind> named(String name) {
    return Stream.of(values()).filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The name in a configuration: {@code binance}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public URI socket() {
    return socket;
  }

  public URI rest() {
    return rest;
  }

  /** What is followed if nothing is said. */
  public List<Pair> pairs() {
    return pairs;
  }

  VenueProtocol protocol(VenueSettings settings) {
    return switch (this) {
      case BINANCE -> new BinanceProtocol(settings);
      case COINBASE -> new CoinbaseProtocol(settings);
      case KRAKEN -> new KrakenProtocol(settings);
      case BITSTAMP -> new BitstampProtocol(settings);
      case OKX -> new OkxProtocol(settings);
      case BYBIT -> new BybitProtocol(settings);
    };
  }
}

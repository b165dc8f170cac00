package io.ratel.adapters.venue.script;

import io.ratel.adapters.binance.BinanceProtocol;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.model.order.Side;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Binance's spot streams. */
public final class ScriptedBinance extends ScriptedVenue {
  @Override
  public Pair pair() {
    return new Pair("BTC", "USDT");
  }

  @Override
  public VenueProtocol protocol(String name, URI socket, URI rest) {
    return new BinanceProtocol(
        new VenueSettings(name, socket, rest, List.of(pair()), 1_000, Optional.empty()));
  }

  @Override
  public String whole() {
    return "{\"lastUpdateId\":%d,\"bids\":[%s],\"asks\":[%s]}"
        .formatted(number, json(bids), json(asks));
  }

  @Override
  public Optional<String> wholeUrl() {
    return Optional.of("https://api.binance.com/api/v3/depth?symbol=BTCUSDT&limit=1000");
  }

  @Override
  public String socketUrl() {
    return "wss://stream.binance.com:9443/stream";
  }

  @Override
  protected String change(Change change) {
    return ("{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":%d,"
            + "\"s\":\"BTCUSDT\",\"U\":%d,\"u\":%d,\"b\":[%s],\"a\":[%s]}}")
        .formatted(timeMs(), number, number, of(change, Side.BUY), of(change, Side.SELL));
  }

  @Override
  public String trade(int id) {
    return trade("BTCUSDT", id);
  }

  @Override
  public String strangeTrade() {
    return trade("LTCUSDT", 1);
  }

  private String trade(String name, int id) {
    return ("{\"stream\":\"%s@trade\",\"data\":{\"e\":\"trade\",\"E\":%d,\"s\":\"%s\",\"t\":%d,"
            + "\"p\":\"10000.10\",\"q\":\"0.25\",\"T\":%d,\"m\":true,\"M\":true}}")
        .formatted(name.toLowerCase(Locale.ROOT), timeMs(), name, id, timeMs());
  }

  @Override
  public List<String> answers(String message) {
    return message.contains("SUBSCRIBE") ? List.of("{\"result\":null,\"id\":1}") : List.of();
  }

  @Override
  public int provenDepth() {
    return 1_000;
  }
}

package io.ratel.adapters.venue.script;

import io.ratel.adapters.bitstamp.BitstampProtocol;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.model.order.Side;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Bitstamp's second version. */
public final class ScriptedBitstamp extends ScriptedVenue {
  @Override
  public Pair pair() {
    return new Pair("BTC", "USD");
  }

  @Override
  public VenueProtocol protocol(String name, URI socket, URI rest) {
    return new BitstampProtocol(
        new VenueSettings(name, socket, rest, List.of(pair()), 1_000, Optional.empty()));
  }

  @Override
  public String whole() {
    return levels(json(bids), json(asks));
  }

  private String levels(String bidLevels, String askLevels) {
    return "{\"timestamp\":\"%d\",\"microtimestamp\":\"%d\",\"bids\":[%s],\"asks\":[%s]}"
        .formatted(timeMs() / 1_000, timeNs() / 1_000, bidLevels, askLevels);
  }

  @Override
  public Optional<String> wholeUrl() {
    return Optional.of("https://www.bitstamp.net/api/v2/order_book/btcusd/");
  }

  @Override
  public String socketUrl() {
    return "wss://ws.bitstamp.net/";
  }

  @Override
  protected String change(Change change) {
    return "{\"data\":%s,\"channel\":\"diff_order_book_btcusd\",\"event\":\"data\"}"
        .formatted(levels(of(change, Side.BUY), of(change, Side.SELL)));
  }

  @Override
  public String trade(int id) {
    return trade("btcusd", id);
  }

  @Override
  public String strangeTrade() {
    return trade("ltcusd", 1);
  }

  private String trade(String name, int id) {
    return ("{\"data\":{\"id\":%d,\"timestamp\":\"%d\",\"amount\":0.25,"
            + "\"amount_str\":\"0.25000000\",\"price\":10000.1,\"price_str\":\"10000.1\","
            + "\"type\":0,\"microtimestamp\":\"%d\"},"
            + "\"channel\":\"live_trades_%s\",\"event\":\"trade\"}")
        .formatted(id, timeMs() / 1_000, timeNs() / 1_000, name);
  }

  @Override
  public List<String> answers(String message) {
    if (message.contains("bts:heartbeat")) {
      return List.of(
          "{\"event\":\"bts:heartbeat\",\"channel\":\"\",\"data\":{\"status\":\"success\"}}");
    }
    String channel = message.replaceAll(".*\"channel\":\"([^\"]*)\".*", "$1");
    return List.of(
        "{\"event\":\"bts:subscription_succeeded\",\"channel\":\"" + channel + "\",\"data\":{}}");
  }

  @Override
  public int provenDepth() {
    return 0;
  }
}

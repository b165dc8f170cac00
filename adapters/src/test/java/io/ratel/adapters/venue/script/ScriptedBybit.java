package io.ratel.adapters.venue.script;

import io.ratel.adapters.bybit.BybitProtocol;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.model.order.Side;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Bybit's fifth version, spot. */
public final class ScriptedBybit extends ScriptedVenue {
  @Override
  public Pair pair() {
    return new Pair("BTC", "USDT");
  }

  @Override
  public VenueProtocol protocol(String name, URI socket, URI rest) {
    return new BybitProtocol(
        new VenueSettings(name, socket, rest, List.of(pair()), 1_000, Optional.empty()));
  }

  @Override
  public String whole() {
    return frame("snapshot", json(bids), json(asks));
  }

  private String frame(String type, String bidLevels, String askLevels) {
    return ("{\"topic\":\"orderbook.1000.BTCUSDT\",\"type\":\"%s\",\"ts\":%d,\"data\":{"
            + "\"s\":\"BTCUSDT\",\"b\":[%s],\"a\":[%s],\"u\":%d,\"seq\":%d},\"cts\":%d}")
        .formatted(type, timeMs(), bidLevels, askLevels, number, 7 * number, timeMs());
  }

  @Override
  public Optional<String> wholeUrl() {
    return Optional.empty();
  }

  @Override
  public String socketUrl() {
    return "wss://stream.bybit.com/v5/public/spot";
  }

  @Override
  protected String change(Change change) {
    return frame("delta", of(change, Side.BUY), of(change, Side.SELL));
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
    return ("{\"topic\":\"publicTrade.%s\",\"type\":\"snapshot\",\"ts\":%d,\"data\":[{\"T\":%d,"
            + "\"s\":\"%s\",\"S\":\"Buy\",\"v\":\"0.25\",\"p\":\"10000.10\",\"L\":\"PlusTick\","
            + "\"i\":\"%d\",\"BT\":false}]}")
        .formatted(name, timeMs(), timeMs(), name, id);
  }

  @Override
  public List<String> answers(String message) {
    String operation = message.replaceAll(".*\"op\":\"([^\"]*)\".*", "$1");
    String answer =
        "{\"success\":true,\"ret_msg\":\"\",\"conn_id\":\"a\",\"op\":\"" + operation + "\"}";
    boolean book = operation.equals("subscribe") && message.contains("orderbook.1000");
    return book ? List.of(answer, whole()) : List.of(answer);
  }

  @Override
  public int provenDepth() {
    return 1_000;
  }
}

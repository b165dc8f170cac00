package io.ratel.adapters.venue.script;

import io.ratel.adapters.okx.OkxProtocol;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.model.order.Side;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** OKX's fifth version, with numbers as it is now or with checksums as it was. */
public final class ScriptedOkx extends ScriptedVenue {
  private final boolean numbered;

  public ScriptedOkx(boolean numbered) {
    this.numbered = numbered;
  }

  @Override
  public Pair pair() {
    return new Pair("BTC", "USDT");
  }

  @Override
  public VenueProtocol protocol(String name, URI socket, URI rest) {
    return new OkxProtocol(
        new VenueSettings(name, socket, rest, List.of(pair()), 1_000, Optional.empty()));
  }

  @Override
  public String whole() {
    return frame("snapshot", json(bids), json(asks), -1);
  }

  private String frame(String action, String bidLevels, String askLevels, long previous) {
    String proof =
        numbered
            ? "\"checksum\":0,\"prevSeqId\":" + previous + ",\"seqId\":" + number
            : "\"checksum\":" + checksum();
    return ("{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"},\"action\":\"%s\","
            + "\"data\":[{\"asks\":[%s],\"bids\":[%s],\"ts\":\"%d\",%s}]}")
        .formatted(action, four(askLevels), four(bidLevels), timeMs(), proof);
  }

  /** A level has two more fields: what it had before 2021, and how many orders. */
  private static String four(String levels) {
    return levels.replace("\"]", "\",\"0\",\"1\"]");
  }

  private int checksum() {
    List<String> parts = new ArrayList<>();
    Iterator<Map.Entry<Integer, Integer>> bid = bids.entrySet().iterator();
    Iterator<Map.Entry<Integer, Integer>> ask = asks.entrySet().iterator();
    for (int i = 0; i < 25; i++) {
      for (Iterator<Map.Entry<Integer, Integer>> side : List.of(bid, ask)) {
        if (side.hasNext()) {
          Map.Entry<Integer, Integer> level = side.next();
          parts.add(decimal(level.getKey(), 1) + ":" + decimal(level.getValue(), 2));
        }
      }
    }
    CRC32 sum = new CRC32();
    sum.update(String.join(":", parts).getBytes(StandardCharsets.US_ASCII));
    return (int) sum.getValue();
  }

  @Override
  public Optional<String> wholeUrl() {
    return Optional.empty();
  }

  @Override
  public String socketUrl() {
    return "wss://ws.okx.com:8443/ws/v5/public";
  }

  @Override
  protected String change(Change change) {
    return frame("update", of(change, Side.BUY), of(change, Side.SELL), number - 1);
  }

  @Override
  public String trade(int id) {
    return trade("BTC-USDT", id);
  }

  @Override
  public String strangeTrade() {
    return trade("LTC-USDT", 1);
  }

  private String trade(String name, int id) {
    return ("{\"arg\":{\"channel\":\"trades\",\"instId\":\"%s\"},\"data\":[{\"instId\":\"%s\","
            + "\"tradeId\":\"%d\",\"px\":\"10000.1\",\"sz\":\"0.25\",\"side\":\"buy\","
            + "\"ts\":\"%d\",\"count\":\"1\"}]}")
        .formatted(name, name, id, timeMs());
  }

  @Override
  public List<String> answers(String message) {
    if (message.equals("ping")) {
      return List.of("pong");
    }
    boolean unsubscribe = message.contains("\"unsubscribe\"");
    String event =
        "{\"event\":\"%s\",\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"}}"
            .formatted(unsubscribe ? "unsubscribe" : "subscribe");
    return unsubscribe ? List.of(event) : List.of(event, whole());
  }

  @Override
  public int provenDepth() {
    return numbered ? 1_000 : 25;
  }
}

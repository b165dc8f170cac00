package io.ratel.adapters.venue.script;

import io.ratel.adapters.kraken.KrakenProtocol;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Kraken's first version, with a checksum at every change. */
public final class ScriptedKraken extends ScriptedVenue {
  @Override
  public Pair pair() {
    return new Pair("BTC", "USD");
  }

  @Override
  public VenueProtocol protocol(String name, URI socket, URI rest) {
    return new KrakenProtocol(
        new VenueSettings(name, socket, rest, List.of(pair()), 1_000, Optional.empty()));
  }

  private String time() {
    return BigDecimal.valueOf(timeNs(), 9).setScale(6).toPlainString();
  }

  private String levels(Map<Integer, Integer> side) {
    return String.join(
        ",",
        side.entrySet().stream().map(level -> level(level.getKey(), level.getValue())).toList());
  }

  private String level(int price, int quantity) {
    return "[\"%s\",\"%s\",\"%s\"]".formatted(decimal(price, 1), decimal(quantity, 2), time());
  }

  private String channel(String payload, String name) {
    return "[336," + payload + ",\"" + name + "\",\"XBT/USD\"]";
  }

  @Override
  public String whole() {
    return channel("{\"as\":[" + levels(asks) + "],\"bs\":[" + levels(bids) + "]}", "book-1000");
  }

  @Override
  public Optional<String> wholeUrl() {
    return Optional.empty();
  }

  @Override
  public String socketUrl() {
    return "wss://ws.kraken.com";
  }

  @Override
  protected String change(Change change) {
    String side = change.side() == Side.BUY ? "b" : "a";
    return channel(
        "{\"%s\":[%s],\"c\":\"%d\"}"
            .formatted(side, level(change.price(), change.quantity()), checksum()),
        "book-1000");
  }

  private long checksum() {
    StringBuilder digits = new StringBuilder();
    for (Map<Integer, Integer> side : List.of(asks, bids)) {
      side.entrySet().stream()
          .limit(10)
          .forEach(
              level ->
                  digits
                      .append(digits(decimal(level.getKey(), 1)))
                      .append(digits(decimal(level.getValue(), 2))));
    }
    CRC32 sum = new CRC32();
    sum.update(digits.toString().getBytes(StandardCharsets.US_ASCII));
    return sum.getValue();
  }

  private static String digits(String decimal) {
    return decimal.replace(".", "").replaceFirst("^0+", "");
  }

  @Override
  public String trade(int id) {
    return trade("XBT/USD", id);
  }

  @Override
  public String strangeTrade() {
    return trade("LTC/USD", 1);
  }

  private String trade(String pair, int id) {
    String time = BigDecimal.valueOf(timeNs() + id * 1_000L, 9).toPlainString();
    return "[337,[[\"10000.10\",\"0.25\",\"%s\",\"b\",\"l\",\"\"]],\"trade\",\"%s\"]"
        .formatted(time, pair);
  }

  @Override
  public List<String> answers(String message) {
    if (message.contains("\"ping\"")) {
      return List.of("{\"event\":\"pong\"}");
    }
    boolean book = message.contains("\"book\"");
    boolean unsubscribe = message.contains("\"unsubscribe\"");
    String status =
        ("{\"channelID\":336,\"channelName\":\"%s\",\"event\":\"subscriptionStatus\","
                + "\"pair\":\"XBT/USD\",\"status\":\"%s\"}")
            .formatted(book ? "book-1000" : "trade", unsubscribe ? "unsubscribed" : "subscribed");
    return book && !unsubscribe ? List.of(status, whole()) : List.of(status);
  }

  @Override
  public int provenDepth() {
    return 10;
  }
}

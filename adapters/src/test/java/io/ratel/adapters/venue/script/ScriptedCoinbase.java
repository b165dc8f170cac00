package io.ratel.adapters.venue.script;

import io.ratel.adapters.coinbase.CoinbaseProtocol;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.model.order.Side;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Coinbase Exchange's feed. */
public final class ScriptedCoinbase extends ScriptedVenue {
  @Override
  public Pair pair() {
    return new Pair("BTC", "USD");
  }

  @Override
  public VenueProtocol protocol(String name, URI socket, URI rest) {
    return new CoinbaseProtocol(
        new VenueSettings(name, socket, rest, List.of(pair()), 1_000, Optional.empty()));
  }

  private Instant time() {
    return Instant.ofEpochSecond(0, timeNs());
  }

  @Override
  public String whole() {
    return ("{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"asks\":[%s],\"bids\":[%s],"
            + "\"time\":\"%s\"}")
        .formatted(json(asks), json(bids), time());
  }

  @Override
  public Optional<String> wholeUrl() {
    return Optional.empty();
  }

  @Override
  public String socketUrl() {
    return "wss://ws-feed.exchange.coinbase.com";
  }

  @Override
  protected String change(Change change) {
    return ("{\"type\":\"l2update\",\"product_id\":\"BTC-USD\","
            + "\"changes\":[[\"%s\",\"%s\",\"%s\"]],\"time\":\"%s\"}")
        .formatted(
            change.side() == Side.BUY ? "buy" : "sell",
            decimal(change.price(), 1),
            decimal(change.quantity(), 2),
            time());
  }

  @Override
  public String trade(int id) {
    return trade("BTC-USD", id);
  }

  @Override
  public String strangeTrade() {
    return trade("LTC-USD", 1);
  }

  private String trade(String product, int id) {
    return ("{\"type\":\"match\",\"trade_id\":%d,\"side\":\"sell\",\"size\":\"0.25\","
            + "\"price\":\"10000.10\",\"product_id\":\"%s\",\"sequence\":%d,\"time\":\"%s\"}")
        .formatted(id, product, id, time());
  }

  @Override
  public List<String> answers(String message) {
    String subscriptions = "{\"type\":\"subscriptions\",\"channels\":[]}";
    boolean book = message.contains("\"subscribe\"") && message.contains("level2");
    return book ? List.of(subscriptions, whole()) : List.of(subscriptions);
  }

  @Override
  public int provenDepth() {
    return 0;
  }
}

package io.ratel.benchmarks.market;

import io.ratel.marketdata.feed.Frame;
import java.util.Locale;
import java.util.Random;

/**
 * Small frames as three venues publish them, made up: seven changes of a book to two quotes and one
 * trade, of ten markets. The first frames are the whole books.
 */
final class VenueFrames {
  static final int MARKETS = 10;

  private static final long NOW_NS = 1_790_000_000_000_000_000L;
  private static final int MIDDLE = 100_000;

  private VenueFrames() {}

  static Frame[] binance(int count, long seed) {
    Random random = new Random(seed);
    Frame[] frames = new Frame[count];
    long[] changes = new long[MARKETS];
    for (int i = 0; i < count; i++) {
      int market = i < MARKETS ? i : random.nextInt(MARKETS);
      String symbol = (char) ('A' + market) + "CEUSDT";
      int kind = random.nextInt(10);
      String text;
      String url = "wss://stream.binance.com:9443/stream";
      if (i < MARKETS) {
        url = "https://api.binance.com/api/v3/depth?symbol=" + symbol + "&limit=1000";
        text =
            "{\"lastUpdateId\":0,\"bids\":[[\"%s\",\"1.5\"]],\"asks\":[[\"%s\",\"2.5\"]]}"
                .formatted(price(-1), price(1));
      } else if (kind < 7) {
        long number = ++changes[market];
        text =
            ("{\"stream\":\"%s@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":%d,"
                    + "\"s\":\"%s\",\"U\":%d,\"u\":%d,\"b\":[[\"%s\",\"%s\"]],"
                    + "\"a\":[[\"%s\",\"%s\"]]}}")
                .formatted(
                    symbol.toLowerCase(Locale.ROOT),
                    NOW_NS / 1_000_000 + i,
                    symbol,
                    number,
                    number,
                    price(-1 - random.nextInt(50)),
                    size(random),
                    price(1 + random.nextInt(50)),
                    size(random));
      } else if (kind < 9) {
        text =
            ("{\"stream\":\"%s@bookTicker\",\"data\":{\"u\":%d,\"s\":\"%s\",\"b\":\"%s\","
                    + "\"B\":\"%s\",\"a\":\"%s\",\"A\":\"%s\"}}")
                .formatted(
                    symbol.toLowerCase(Locale.ROOT),
                    i,
                    symbol,
                    price(-1),
                    size(random),
                    price(1),
                    size(random));
      } else {
        text =
            ("{\"stream\":\"%s@trade\",\"data\":{\"e\":\"trade\",\"E\":%2$d,\"s\":\"%3$s\","
                    + "\"t\":%4$d,\"p\":\"%5$s\",\"q\":\"%6$s\",\"T\":%2$d,\"m\":true,\"M\":true}}")
                .formatted(
                    symbol.toLowerCase(Locale.ROOT),
                    NOW_NS / 1_000_000 + i,
                    symbol,
                    i,
                    price(random.nextInt(9)),
                    size(random));
      }
      frames[i] = frame(url, text, i);
    }
    return frames;
  }

  static Frame[] coinbase(int count, long seed) {
    Random random = new Random(seed);
    Frame[] frames = new Frame[count];
    for (int i = 0; i < count; i++) {
      int market = i < MARKETS ? i : random.nextInt(MARKETS);
      String product = (char) ('A' + market) + "CE-USD";
      String time = "2026-09-21T14:13:%02d.%06dZ".formatted(20 + i / 1_000_000, i % 1_000_000);
      int kind = random.nextInt(10);
      String text;
      if (i < MARKETS) {
        text =
            ("{\"type\":\"snapshot\",\"product_id\":\"%s\",\"bids\":[[\"%s\",\"1.5\"]],"
                    + "\"asks\":[[\"%s\",\"2.5\"]]}")
                .formatted(product, price(-1), price(1));
      } else if (kind < 7) {
        boolean bid = random.nextBoolean();
        int away = 1 + random.nextInt(50);
        text =
            ("{\"type\":\"l2update\",\"product_id\":\"%s\",\"changes\":[[\"%s\",\"%s\",\"%s\"]],"
                    + "\"time\":\"%s\"}")
                .formatted(
                    product, bid ? "buy" : "sell", price(bid ? -away : away), size(random), time);
      } else if (kind < 9) {
        text =
            ("{\"type\":\"ticker\",\"sequence\":%d,\"product_id\":\"%s\",\"price\":\"%s\","
                    + "\"open_24h\":\"999.1\",\"volume_24h\":\"123456.1\",\"best_bid\":\"%s\","
                    + "\"best_bid_size\":\"%s\",\"best_ask\":\"%s\",\"best_ask_size\":\"%s\","
                    + "\"side\":\"buy\",\"time\":\"%s\",\"trade_id\":%d,\"last_size\":\"0.5\"}")
                .formatted(
                    i, product, price(1), price(-1), size(random), price(1), size(random), time, i);
      } else {
        text =
            ("{\"type\":\"match\",\"trade_id\":%d,\"maker_order_id\":"
                    + "\"ac928c66-ca53-498f-9c13-a110027a60e8\",\"taker_order_id\":"
                    + "\"132fb6ae-456b-4654-b4e0-d681ac05cea1\",\"side\":\"sell\",\"size\":\"%s\","
                    + "\"price\":\"%s\",\"product_id\":\"%s\",\"sequence\":%d,\"time\":\"%s\"}")
                .formatted(i, size(random), price(random.nextInt(9)), product, i, time);
      }
      frames[i] = frame("wss://ws-feed.exchange.coinbase.com", text, i);
    }
    return frames;
  }

  /** Without checksums, which a venue sends when they are asked for. */
  static Frame[] kraken(int count, long seed) {
    Random random = new Random(seed);
    Frame[] frames = new Frame[count];
    for (int i = 0; i < count; i++) {
      int market = i < MARKETS ? i : random.nextInt(MARKETS);
      String pair = (char) ('A' + market) + "CE/USD";
      String time = "%d.%06d".formatted(NOW_NS / 1_000_000_000L, i % 1_000_000);
      int kind = random.nextInt(10);
      String text;
      if (i < MARKETS) {
        text =
            "[%d,{\"as\":[[\"%s\",\"2.5\",\"%s\"]],\"bs\":[[\"%s\",\"1.5\",\"%s\"]]},"
                    .formatted(market, price(1), time, price(-1), time)
                + "\"book-100\",\"%s\"]".formatted(pair);
      } else if (kind < 7) {
        boolean bid = random.nextBoolean();
        int away = 1 + random.nextInt(50);
        text =
            "[%d,{\"%s\":[[\"%s\",\"%s\",\"%s\"]]},\"book-100\",\"%s\"]"
                .formatted(
                    market, bid ? "b" : "a", price(bid ? -away : away), size(random), time, pair);
      } else if (kind < 9) {
        text =
            "[%d,[\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"],\"spread\",\"%s\"]"
                .formatted(market, price(-1), price(1), time, size(random), size(random), pair);
      } else {
        text =
            "[%d,[[\"%s\",\"%s\",\"%s\",\"b\",\"l\",\"\"]],\"trade\",\"%s\"]"
                .formatted(market, price(random.nextInt(9)), size(random), time, pair);
      }
      frames[i] = frame("wss://ws.kraken.com", text, i);
    }
    return frames;
  }

  private static Frame frame(String url, String text, int place) {
    return new Frame(url, text, NOW_NS + place * 1_000L);
  }

  private static String price(int away) {
    int cents = MIDDLE + away;
    return cents / 100 + "." + (char) ('0' + cents / 10 % 10) + (char) ('0' + cents % 10);
  }

  private static String size(Random random) {
    return random.nextInt(4) == 0 ? "0.75000000" : 1 + random.nextInt(99) + ".12500000";
  }
}

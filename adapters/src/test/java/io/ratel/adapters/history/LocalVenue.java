package io.ratel.adapters.history;

import com.sun.net.httpserver.HttpServer;
import io.ratel.adapters.live.VenueKind;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.history.fetch.HistoryFetcher;
import io.ratel.model.order.Side;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;

/** A server that has trades and pages through them, and bars, as each venue does. */
final class LocalVenue implements AutoCloseable {
  static final long MILLI = 1_000_000L;
  static final long SECOND = 1_000_000_000L;

  /** A trade of the venue, whose number is its id. */
  record Made(long id, long timeNs, String price, String quantity, Side side) {}

  /** An answer that comes instead of the right one. */
  record Trouble(int status, String body, Map<String, String> headers) {}

  final List<Made> trades = new ArrayList<>();
  final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
  final List<String> asked = new ArrayList<>();

  /** Answers no more than so many rows, whatever is asked for. */
  volatile int most = Integer.MAX_VALUE;

  private final VenueKind kind;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  LocalVenue(VenueKind kind) throws IOException {
    this.kind = kind;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Trouble trouble = troubles.poll();
          URI uri = exchange.getRequestURI();
          int status = 200;
          String text;
          synchronized (asked) {
            asked.add(uri.toString());
            if (trouble == null) {
              text = answer(uri.getPath(), query(uri));
            } else {
              status = trouble.status();
              text = trouble.body();
              trouble.headers().forEach(exchange.getResponseHeaders()::add);
            }
          }
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  HistoryFetcher fetcher(HastyClock clock) {
    VenueSettings settings =
        new VenueSettings(
            kind.name(),
            URI.create("ws://127.0.0.1:9"),
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            List.of(new Pair("BTC", "USD")),
            100,
            Optional.empty());
    return VenueHistories.of(kind, settings, new HistoryHttp.Parts(http, clock, new Random(1)));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    for (String part : uri.getQuery().split("&")) {
      query.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    return query;
  }

  private static String text(Map<String, String> query, String name) {
    return query.getOrDefault(name, "");
  }

  private static long number(Map<String, String> query, String name, long otherwise) {
    return query.containsKey(name) ? Long.parseLong(text(query, name)) : otherwise;
  }

  private String answer(String path, Map<String, String> query) {
    return switch (path) {
      case "/api/v3/klines" -> binanceBars(query);
      case "/api/v3/aggTrades" -> binanceFirst(query);
      case "/api/v3/historicalTrades" -> binanceTrades(query);
      case "/products/BTC-USD/candles" -> coinbaseBars(query);
      case "/products/BTC-USD/trades" -> coinbaseTrades(query);
      case "/0/public/OHLC" -> krakenBars(query);
      case "/0/public/Trades" -> krakenTrades(query);
      case "/api/v2/ohlc/btcusd/" -> bitstampBars(query);
      case "/api/v5/market/history-candles" -> okxBars(query);
      case "/api/v5/market/history-trades" -> okxTrades(query);
      case "/v5/market/kline" -> bybitBars(query);
      default -> "{\"unknown\":\"" + path + "\"}";
    };
  }

  /** Of a bar that begins then: open, high, low, close and volume are made of its number. */
  static long bar(long timeNs, long lengthNs) {
    return timeNs / lengthNs % 50;
  }

  /** The bars that begin from one moment to another, both included, at most so many. */
  private List<Long> starts(long fromNs, long toNs, long lengthNs, int limit) {
    List<Long> starts = new ArrayList<>();
    for (long at = Math.ceilDiv(fromNs, lengthNs) * lengthNs; at <= toNs; at += lengthNs) {
      if (bar(at, lengthNs) != 7 && starts.size() < limit) { // now and then nobody trades
        starts.add(at);
      }
    }
    return starts;
  }

  private static String rows(List<Long> starts, LongFunction<String> row) {
    return "[" + String.join(",", starts.stream().map(at -> row.apply(at)).toList()) + "]";
  }

  private static String ohlc(long timeNs, long lengthNs) {
    long n = bar(timeNs, lengthNs);
    return "\"%d.50\",\"%d.75\",\"%d.25\",\"%d.60\"".formatted(100 + n, 100 + n, 100 + n, 100 + n);
  }

  private String binanceBars(Map<String, String> query) {
    long length = lengthNs(text(query, "interval"));
    List<Long> starts =
        starts(
            number(query, "startTime", 0) * MILLI,
            number(query, "endTime", 0) * MILLI,
            length,
            (int) number(query, "limit", 500));
    return rows(
        starts,
        at ->
            "[%d,%s,\"1.%d\",%d,\"0\",%d,\"0\",\"0\",\"0\"]"
                .formatted(
                    at / MILLI, ohlc(at, length), bar(at, length), (at + length) / MILLI - 1, 3));
  }

  private static long lengthNs(String label) {
    return switch (label) {
      case "1s" -> SECOND;
      case "1m" -> 60 * SECOND;
      case "5m" -> 300 * SECOND;
      case "1h", "1H" -> 3_600 * SECOND;
      default -> 86_400 * SECOND;
    };
  }

  private String binanceFirst(Map<String, String> query) {
    long from = number(query, "startTime", 0);
    long to = number(query, "endTime", 0);
    return trades.stream()
        .filter(trade -> trade.timeNs() / MILLI >= from && trade.timeNs() / MILLI <= to)
        .findFirst()
        .map(
            trade ->
                "[{\"a\":5,\"p\":\"1\",\"q\":\"1\",\"f\":%d,\"l\":%d,\"T\":%d,\"m\":true}]"
                    .formatted(trade.id(), trade.id(), trade.timeNs() / MILLI))
        .orElse("[]");
  }

  private String binanceTrades(Map<String, String> query) {
    long from = number(query, "fromId", 0);
    List<String> rows =
        trades.stream()
            .filter(trade -> trade.id() >= from)
            .limit(Math.min(most, number(query, "limit", 500)))
            .map(
                trade ->
                    ("{\"id\":%d,\"price\":\"%s\",\"qty\":\"%s\",\"quoteQty\":\"1\",\"time\":%d,"
                            + "\"isBuyerMaker\":%b,\"isBestMatch\":true}")
                        .formatted(
                            trade.id(),
                            trade.price(),
                            trade.quantity(),
                            trade.timeNs() / MILLI,
                            trade.side() == Side.SELL))
            .toList();
    return "[" + String.join(",", rows) + "]";
  }

  private String coinbaseBars(Map<String, String> query) {
    long length = number(query, "granularity", 60) * SECOND;
    List<Long> starts =
        starts(
            Instant.parse(text(query, "start")).getEpochSecond() * SECOND,
            Instant.parse(text(query, "end")).getEpochSecond() * SECOND,
            length,
            301);
    if (starts.size() > 300) {
      return "{\"message\":\"granularity too small for the requested time range\"}";
    }
    return rows(
        starts.reversed(),
        at -> {
          long n = 100 + bar(at, length);
          return "[%d,%d.25,%d.75,%d.5,%d.6,1.%d]"
              .formatted(at / SECOND, n, n, n, n, bar(at, length));
        });
  }

  private String coinbaseTrades(Map<String, String> query) {
    long before = number(query, "after", Long.MAX_VALUE);
    List<String> rows =
        trades.reversed().stream()
            .filter(trade -> trade.id() < before)
            .limit(Math.min(most, number(query, "limit", 1_000)))
            .map(
                trade ->
                    ("{\"trade_id\":%d,\"side\":\"%s\",\"size\":\"%s\",\"price\":\"%s\","
                            + "\"time\":\"%s\"}")
                        .formatted(
                            trade.id(),
                            trade.side() == Side.BUY ? "sell" : "buy",
                            trade.quantity(),
                            trade.price(),
                            Instant.ofEpochSecond(0, trade.timeNs())))
            .toList();
    return "[" + String.join(",", rows) + "]";
  }

  private String krakenBars(Map<String, String> query) {
    long length = number(query, "interval", 1) * 60 * SECOND;
    long since = number(query, "since", 0) * SECOND;
    List<Long> starts = starts(since + 1, newestBarNs, length, Integer.MAX_VALUE);
    starts = starts.subList(Math.max(0, starts.size() - 720), starts.size());
    return "{\"error\":[],\"result\":{\"XXBTZUSD\":"
        + rows(
            starts,
            at ->
                "[%d,%s,\"100.5\",\"1.%d\",3]"
                    .formatted(at / SECOND, ohlc(at, length), bar(at, length)))
        + ",\"last\":"
        + newestBarNs / SECOND
        + "}}";
  }

  /** Where Kraken's newest bar begins. */
  volatile long newestBarNs;

  private String krakenTrades(Map<String, String> query) {
    long since = number(query, "since", 0);
    List<Made> page =
        trades.stream()
            .filter(trade -> trade.timeNs() > since)
            .limit(Math.min(most, number(query, "count", 1_000)))
            .toList();
    List<String> rows =
        page.stream()
            .map(
                trade ->
                    "[\"%s\",\"%s\",%d.%09d,\"%s\",\"m\",\"\",%d]"
                        .formatted(
                            trade.price(),
                            trade.quantity(),
                            trade.timeNs() / SECOND,
                            trade.timeNs() % SECOND,
                            trade.side() == Side.BUY ? "b" : "s",
                            trade.id()))
            .toList();
    return "{\"error\":[],\"result\":{\"XXBTZUSD\":["
        + String.join(",", rows)
        + "],\"last\":\""
        + (page.isEmpty() ? since : page.getLast().timeNs())
        + "\"}}";
  }

  private String bitstampBars(Map<String, String> query) {
    long length = number(query, "step", 60) * SECOND;
    List<Long> starts =
        starts(
            number(query, "start", 0) * SECOND,
            number(query, "end", 0) * SECOND,
            length,
            (int) number(query, "limit", 1_000));
    return "{\"data\":{\"pair\":\"BTC/USD\",\"ohlc\":"
        + rows(
            starts,
            at -> {
              long n = 100 + bar(at, length);
              return ("{\"timestamp\":\"%d\",\"open\":\"%d.50\",\"high\":\"%d.75\","
                      + "\"low\":\"%d.25\",\"close\":\"%d.60\",\"volume\":\"1.%d\"}")
                  .formatted(at / SECOND, n, n, n, n, bar(at, length));
            })
        + "}}";
  }

  private String okxBars(Map<String, String> query) {
    long length = lengthNs(text(query, "bar"));
    List<Long> starts =
        starts(
            number(query, "before", 0) * MILLI + 1,
            number(query, "after", 0) * MILLI - 1,
            length,
            100);
    return "{\"code\":\"0\",\"msg\":\"\",\"data\":"
        + rows(
            starts.reversed(),
            at ->
                "[\"%d\",%s,\"1.%d\",\"5\",\"5\",\"1\"]"
                    .formatted(at / MILLI, ohlc(at, length), bar(at, length)))
        + "}";
  }

  private String okxTrades(Map<String, String> query) {
    long after = number(query, "after", Long.MAX_VALUE);
    boolean byTime = "2".equals(query.get("type"));
    List<String> rows =
        trades.reversed().stream()
            .filter(trade -> (byTime ? trade.timeNs() / MILLI : trade.id()) < after)
            .limit(Math.min(most, number(query, "limit", 100)))
            .map(
                trade ->
                    ("{\"instId\":\"BTC-USD\",\"side\":\"%s\",\"sz\":\"%s\",\"px\":\"%s\","
                            + "\"tradeId\":\"%d\",\"ts\":\"%d\"}")
                        .formatted(
                            trade.side() == Side.BUY ? "buy" : "sell",
                            trade.quantity(),
                            trade.price(),
                            trade.id(),
                            trade.timeNs() / MILLI))
            .toList();
    return "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + String.join(",", rows) + "]}";
  }

  private String bybitBars(Map<String, String> query) {
    String name = text(query, "interval");
    long length = name.equals("D") ? 86_400 * SECOND : Long.parseLong(name) * 60 * SECOND;
    List<Long> starts =
        starts(
            number(query, "start", 0) * MILLI,
            number(query, "end", 0) * MILLI,
            length,
            (int) number(query, "limit", 200));
    return "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":\"spot\","
        + "\"symbol\":\"BTCUSD\",\"list\":"
        + rows(
            starts.reversed(),
            at ->
                "[\"%d\",%s,\"1.%d\",\"5\"]"
                    .formatted(at / MILLI, ohlc(at, length), bar(at, length)))
        + "},\"time\":1}";
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
  }
}

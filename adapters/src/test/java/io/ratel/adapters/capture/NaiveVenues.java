package io.ratel.adapters.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Books of further venues in the plainest way: price to quantity, in the digits as sent. */
final class NaiveVenues {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NaiveVenues() {}

  /** One book. */
  static final class Book {
    final TreeMap<BigDecimal, JsonNode> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<BigDecimal, JsonNode> asks = new TreeMap<>();

    void clear() {
      bids.clear();
      asks.clear();
    }

    void set(JsonNode bidLevels, JsonNode askLevels) {
      bidLevels.forEach(level -> set(bids, level));
      askLevels.forEach(level -> set(asks, level));
    }

    private static void set(TreeMap<BigDecimal, JsonNode> side, JsonNode level) {
      BigDecimal price = new BigDecimal(level.get(0).asText());
      if (new BigDecimal(level.get(1).asText()).signum() == 0) {
        side.remove(price);
      } else {
        side.put(price, level);
      }
    }

    /** Price and quantity of the best levels. */
    static List<List<BigDecimal>> best(TreeMap<BigDecimal, JsonNode> side, int depth) {
      return side.values().stream()
          .limit(depth)
          .map(
              level ->
                  List.of(
                      NaiveReading.plain(new BigDecimal(level.get(0).asText())),
                      NaiveReading.plain(new BigDecimal(level.get(1).asText()))))
          .toList();
    }
  }

  /** OKX, and whether every sum the venue sent agrees. */
  static final class Okx {
    final Map<String, Book> books = new LinkedHashMap<>();
    final Map<String, Integer> trades = new LinkedHashMap<>();
    int sums;
    int wrongSums;

    Okx(Path file) throws Exception {
      for (String line : Files.readAllLines(file)) {
        if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
          read(JSON.readTree(line.substring(line.indexOf(": ") + 2)));
        }
      }
    }

    private void read(JsonNode frame) {
      String instrument = frame.path("arg").path("instId").asText();
      String channel = frame.path("arg").path("channel").asText();
      if (channel.equals("trades") && frame.has("data")) {
        trades.merge(instrument, frame.get("data").size(), Integer::sum);
      }
      if (!channel.equals("books") || !frame.has("data")) {
        return;
      }
      Book book = books.computeIfAbsent(instrument, _ -> new Book());
      JsonNode data = frame.get("data").get(0);
      if (frame.get("action").asText().equals("snapshot")) {
        book.clear();
      }
      book.set(data.get("bids"), data.get("asks"));
      sums++;
      CRC32 crc = new CRC32();
      crc.update(text(book).getBytes(StandardCharsets.US_ASCII));
      wrongSums += (int) crc.getValue() == data.get("checksum").asInt() ? 0 : 1;
    }

    private static String text(Book book) {
      List<JsonNode> bids = book.bids.values().stream().limit(25).toList();
      List<JsonNode> asks = book.asks.values().stream().limit(25).toList();
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        if (i < bids.size()) {
          parts.add(bids.get(i).get(0).asText() + ":" + bids.get(i).get(1).asText());
        }
        if (i < asks.size()) {
          parts.add(asks.get(i).get(0).asText() + ":" + asks.get(i).get(1).asText());
        }
      }
      return String.join(":", parts);
    }
  }

  /** Bitstamp: the answer to the request, and every change that is newer. */
  static final class Bitstamp {
    final Map<String, Book> books = new LinkedHashMap<>();
    final Map<String, Integer> trades = new LinkedHashMap<>();
    private final Map<String, Long> times = new LinkedHashMap<>();

    Bitstamp(Path requests, Path socket) throws Exception {
      for (String line : Files.readAllLines(requests)) {
        int arrow = line.indexOf(" -> ");
        if (arrow > 0) {
          String pair = line.substring(line.lastIndexOf('/', arrow) + 1, arrow);
          JsonNode book = JSON.readTree(line.substring(line.indexOf(": {") + 2));
          times.put(pair, book.get("microtimestamp").asLong());
          books.computeIfAbsent(pair, _ -> new Book()).set(book.get("bids"), book.get("asks"));
        }
      }
      for (String line : Files.readAllLines(socket)) {
        if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
          JsonNode frame = JSON.readTree(line.substring(line.indexOf(": ") + 2));
          String channel = frame.get("channel").asText();
          String pair = channel.substring(channel.lastIndexOf('_') + 1);
          if (frame.get("event").asText().equals("trade")) {
            trades.merge(pair, 1, Integer::sum);
          } else if (frame.get("event").asText().equals("data")
              && frame.get("data").get("microtimestamp").asLong()
                  > times.getOrDefault(pair, Long.MAX_VALUE)) {
            books
                .computeIfAbsent(pair, _ -> new Book())
                .set(frame.get("data").get("bids"), frame.get("data").get("asks"));
          }
        }
      }
    }
  }
}

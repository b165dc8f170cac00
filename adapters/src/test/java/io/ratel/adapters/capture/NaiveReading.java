package io.ratel.adapters.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A second reading of recordings, in the plainest way, to compare with. */
final class NaiveReading {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NaiveReading() {}

  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static void set(TreeMap<BigDecimal, BigDecimal> side, JsonNode level) {
    BigDecimal price = new BigDecimal(level.get(0).asText());
    BigDecimal quantity = new BigDecimal(level.get(1).asText());
    if (quantity.signum() == 0) {
      side.remove(price);
    } else {
      side.put(price, quantity);
    }
  }

  record NaiveTrade(long id, BigDecimal price, BigDecimal size, Side taker, long timeNs) {}

  /** Coinbase in the plainest way. */
  static final class Coinbase {
    final Map<String, List<NaiveTrade>> trades = new LinkedHashMap<>();
    final Set<String> products = new LinkedHashSet<>();
    private final Map<String, TreeMap<BigDecimal, BigDecimal>> bids = new LinkedHashMap<>();
    private final Map<String, TreeMap<BigDecimal, BigDecimal>> asks = new LinkedHashMap<>();

    TreeMap<BigDecimal, BigDecimal> bids(String product) {
      return bids.computeIfAbsent(product, _ -> new TreeMap<>(Comparator.reverseOrder()));
    }

    TreeMap<BigDecimal, BigDecimal> asks(String product) {
      return asks.computeIfAbsent(product, _ -> new TreeMap<>());
    }

    Coinbase(Path file) throws Exception {
      for (String line : Files.readAllLines(file)) {
        if (line.isEmpty() || !Character.isDigit(line.charAt(0))) {
          continue;
        }
        JsonNode node = JSON.readTree(line.substring(line.indexOf(": ") + 2));
        String product = node.path("product_id").asText();
        switch (node.get("type").asText()) {
          case "match", "last_match" -> trade(product, node);
          case "snapshot" -> {
            products.add(product);
            bids(product).clear();
            asks(product).clear();
            node.get("bids").forEach(level -> set(bids(product), level));
            node.get("asks").forEach(level -> set(asks(product), level));
          }
          case "l2update" ->
              node.get("changes")
                  .forEach(
                      change ->
                          set(
                              change.get(0).asText().equals("buy") ? bids(product) : asks(product),
                              JSON.createArrayNode().add(change.get(1)).add(change.get(2))));
          default -> {}
        }
      }
      trades
          .values()
          .forEach(
              list ->
                  list.sort(
                      Comparator.comparingLong(NaiveTrade::timeNs)
                          .thenComparingLong(NaiveTrade::id)));
    }

    private void trade(String product, JsonNode node) {
      List<NaiveTrade> list = trades.computeIfAbsent(product, _ -> new ArrayList<>());
      long id = node.get("trade_id").asLong();
      if (list.stream().noneMatch(trade -> trade.id() == id)) {
        Instant time = Instant.parse(node.get("time").asText());
        list.add(
            new NaiveTrade(
                id,
                plain(new BigDecimal(node.get("price").asText())),
                plain(new BigDecimal(node.get("size").asText())),
                node.get("side").asText().equals("sell") ? Side.BUY : Side.SELL,
                time.getEpochSecond() * 1_000_000_000L + time.getNano()));
      }
    }
  }

  /** One Binance book in the plainest way. */
  static final class Binance {
    final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    long last;

    Binance(Path captures, String name) throws Exception {
      for (String line : Files.readAllLines(captures.resolve("BINANCE.http.0.0"))) {
        if (line.contains("symbol=" + name + "&")) {
          JsonNode node = JSON.readTree(line.substring(line.indexOf(": {") + 2));
          last = node.get("lastUpdateId").asLong();
          node.get("bids").forEach(level -> set(bids, level));
          node.get("asks").forEach(level -> set(asks, level));
        }
      }
      for (String line : Files.readAllLines(captures.resolve("BINANCE.ws.1.0"))) {
        if (line.contains("\"depthUpdate\"") && line.contains("\"" + name + "\"")) {
          JsonNode node = JSON.readTree(line.substring(line.indexOf(": {") + 2)).get("data");
          if (node.get("u").asLong() > last) {
            last = node.get("u").asLong();
            node.get("b").forEach(level -> set(bids, level));
            node.get("a").forEach(level -> set(asks, level));
          }
        }
      }
    }
  }

  /** Kraken's books in the plainest way, and whether every sum the venue sent agrees. */
  static final class Kraken {
    final Map<String, TreeMap<BigDecimal, BigDecimal>> bids = new LinkedHashMap<>();
    private final Map<String, TreeMap<BigDecimal, BigDecimal>> asks = new LinkedHashMap<>();
    final Map<String, Integer> trades = new LinkedHashMap<>();
    private final Map<String, Map<BigDecimal, String>> digits = new LinkedHashMap<>();
    int sums;
    int wrongSums;

    Kraken(Path folder, int depth) throws Exception {
      for (String name : List.of("KRAKEN.ws.48.0", "KRAKEN.ws.49.0", "KRAKEN.ws.50.0")) {
        for (String line : Files.readAllLines(folder.resolve(name))) {
          int text = line.indexOf(": [");
          if (text > 0 && Character.isDigit(line.charAt(0))) {
            read(JSON.readTree(line.substring(text + 2)), depth);
          }
        }
      }
    }

    private void read(JsonNode frame, int depth) {
      String pair = frame.get(frame.size() - 1).asText();
      String channel = frame.get(frame.size() - 2).asText();
      if (channel.equals("trade")) {
        trades.merge(pair, frame.get(1).size(), Integer::sum);
      }
      if (!channel.startsWith("book")) {
        return;
      }
      var bid = bids.computeIfAbsent(pair, _ -> new TreeMap<>(Comparator.reverseOrder()));
      var ask = asks(pair);
      String sum = "";
      for (int i = 1; i < frame.size() - 2; i++) {
        JsonNode part = frame.get(i);
        for (String side : List.of("as", "a", "bs", "b")) {
          for (JsonNode level : part.path(side)) {
            set(side.startsWith("a") ? ask : bid, level);
            digits
                .computeIfAbsent(pair + side.charAt(0), _ -> new LinkedHashMap<>())
                .put(
                    new BigDecimal(level.get(0).asText()).stripTrailingZeros(),
                    strip(level.get(0).asText()) + strip(level.get(1).asText()));
          }
        }
        sum = part.path("c").asText();
      }
      while (bid.size() > depth) {
        bid.pollLastEntry();
      }
      while (ask.size() > depth) {
        ask.pollLastEntry();
      }
      if (!sum.isEmpty()) {
        sums++;
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update((top(pair + "a", ask) + top(pair + "b", bid)).getBytes());
        wrongSums += Long.toString(crc.getValue()).equals(sum) ? 0 : 1;
      }
    }

    TreeMap<BigDecimal, BigDecimal> asks(String pair) {
      return asks.computeIfAbsent(pair, _ -> new TreeMap<>());
    }

    private String top(String side, TreeMap<BigDecimal, BigDecimal> levels) {
      StringBuilder text = new StringBuilder();
      levels.keySet().stream()
          .limit(10)
          .forEach(
              price ->
                  text.append(digits.getOrDefault(side, Map.of()).get(price.stripTrailingZeros())));
      return text.toString();
    }

    private static String strip(String decimal) {
      return decimal.replace(".", "").replaceFirst("^0+", "");
    }
  }
}

package io.ratel.gateway.topic.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.gateway.topic.MarketTopics;
import io.ratel.gateway.topic.TopicName.Channel;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A topic's value as JSON, kept by applying what is sent of it. For one thread. */
public interface TopicValue {
  void replace(JsonNode snapshot);

  void apply(JsonNode delta);

  /** The value as a snapshot of the topic has it. */
  JsonNode value();

  /** Several deltas in a row as one that has the same effect; {@code deltas} is not empty. */
  JsonNode join(List<JsonNode> deltas);

  static TopicValue of(Channel channel) {
    return switch (channel) {
      case BOOK -> new Book();
      case QUOTE, BEST, RISK -> new Latest();
      case TRADES, EVENTS -> new Newest(MarketTopics.NEWEST);
      case ORDERS, PORTFOLIO, ACCOUNT_EVENTS, ALERTS, HISTORY_READY ->
          throw new IllegalArgumentException(channel.name());
      default -> new ByTime(MarketTopics.BARS);
    };
  }

  /** Whether a delta tells what happened, and not how something is: none may be left out. */
  static boolean isList(Channel channel) {
    return switch (channel) {
      case BOOK, QUOTE, BEST, RISK -> false;
      default -> channel.interval().isEmpty();
    };
  }

  /** Several deltas of any topic in a row as one that has the same effect. */
  static JsonNode joined(Channel channel, List<JsonNode> deltas) {
    if (!isList(channel)) {
      return of(channel).join(deltas);
    }
    if (deltas.getFirst().isArray()) {
      return concatenated(deltas);
    }
    ObjectNode joined = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : deltas.getFirst().properties()) {
      String name = field.getKey();
      joined.set(name, concatenated(deltas.stream().map(delta -> delta.path(name)).toList()));
    }
    return joined;
  }

  private static ArrayNode concatenated(List<JsonNode> lists) {
    ArrayNode joined = array();
    lists.forEach(list -> list.forEach(joined::add));
    return joined;
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** Every delta is the whole value. */
  final class Latest implements TopicValue {
    private JsonNode value = JsonNodeFactory.instance.objectNode();

    @Override
    public void replace(JsonNode snapshot) {
      value = snapshot;
    }

    @Override
    public void apply(JsonNode delta) {
      value = delta;
    }

    @Override
    public JsonNode value() {
      return value;
    }

    @Override
    public JsonNode join(List<JsonNode> deltas) {
      return deltas.getLast();
    }
  }

  /** A list, newest first, to which deltas add what is new, oldest first. */
  final class Newest implements TopicValue {
    private final int kept;
    private final Deque<JsonNode> items = new ArrayDeque<>();

    Newest(int kept) {
      this.kept = kept;
    }

    @Override
    public void replace(JsonNode snapshot) {
      items.clear();
      snapshot.forEach(items::addLast);
    }

    @Override
    public void apply(JsonNode delta) {
      delta.forEach(items::addFirst);
      while (items.size() > kept) {
        items.removeLast();
      }
    }

    @Override
    public JsonNode value() {
      return array().addAll(items);
    }

    @Override
    public JsonNode join(List<JsonNode> deltas) {
      return concatenated(deltas);
    }
  }

  /** Items with a time, oldest first, which deltas add and replace. */
  final class ByTime implements TopicValue {
    private final int kept;
    private final TreeMap<String, JsonNode> items = new TreeMap<>();

    ByTime(int kept) {
      this.kept = kept;
    }

    @Override
    public void replace(JsonNode snapshot) {
      items.clear();
      apply(snapshot);
    }

    @Override
    public void apply(JsonNode delta) {
      delta.forEach(item -> items.put(item.path("time").asText(), item));
      while (items.size() > kept) {
        items.pollFirstEntry();
      }
    }

    @Override
    public JsonNode value() {
      return array().addAll(items.values());
    }

    @Override
    public JsonNode join(List<JsonNode> deltas) {
      TreeMap<String, JsonNode> joined = new TreeMap<>();
      deltas.forEach(delta -> delta.forEach(item -> joined.put(item.path("time").asText(), item)));
      return array().addAll(joined.values());
    }
  }

  /** Levels by price, best first; a quantity of 0 takes one away. */
  final class Book implements TopicValue {
    private final TreeMap<BigDecimal, JsonNode> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, JsonNode> asks = new TreeMap<>();
    private ObjectNode rest = JsonNodeFactory.instance.objectNode();

    @Override
    public void replace(JsonNode snapshot) {
      bids.clear();
      asks.clear();
      rest = snapshot.deepCopy();
      put(bids, snapshot.path("bids"), false);
      put(asks, snapshot.path("asks"), false);
    }

    @Override
    public void apply(JsonNode delta) {
      put(bids, delta.path("bids"), false);
      put(asks, delta.path("asks"), false);
      rest.set("sequence", delta.path("sequence"));
      rest.set("time", delta.path("time"));
    }

    private static void put(Map<BigDecimal, JsonNode> levels, JsonNode changes, boolean keepGone) {
      for (JsonNode level : changes) {
        BigDecimal price = new BigDecimal(level.path(0).asText()).stripTrailingZeros();
        boolean gone = new BigDecimal(level.path(1).asText()).signum() == 0;
        if (gone && !keepGone) {
          levels.remove(price);
        } else {
          levels.put(price, level);
        }
      }
    }

    @Override
    public JsonNode value() {
      ObjectNode value = rest.deepCopy();
      value.set("bids", array().addAll(bids.values()));
      value.set("asks", array().addAll(asks.values()));
      return value;
    }

    @Override
    public JsonNode join(List<JsonNode> deltas) {
      TreeMap<BigDecimal, JsonNode> joinedBids = new TreeMap<>(Comparator.reverseOrder());
      TreeMap<BigDecimal, JsonNode> joinedAsks = new TreeMap<>();
      for (JsonNode delta : deltas) {
        put(joinedBids, delta.path("bids"), true);
        put(joinedAsks, delta.path("asks"), true);
      }
      ObjectNode joined = deltas.getLast().deepCopy();
      joined.set("bids", array().addAll(joinedBids.values()));
      joined.set("asks", array().addAll(joinedAsks.values()));
      return joined;
    }
  }
}

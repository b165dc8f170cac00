package io.ratel.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews.FillView;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.history.FakeHistory;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.topic.LocalMarketTopics;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.Topics;
import io.ratel.gateway.venue.FakeAccounts;
import io.ratel.gateway.venue.FakeAlerts;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.wire.WireBalance;
import io.ratel.gateway.wire.WireOrder;
import io.ratel.gateway.wire.WirePosition;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The hand-over from the tables to the events: whatever the order in which tables and events become
 * visible, a client that applies the snapshot and the deltas ends with what the tables say.
 */
class AccountTopicTest {
  private static final long ACCOUNT = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A venue whose events reach the topics when the test says so. */
  private static final class Venue {
    final FakeExchange exchange = new FakeExchange();
    final FakeMarkets markets = new FakeMarkets();
    final Topics topics =
        new Topics(
            exchange.views,
            new FakeAccounts(),
            new LocalMarketTopics(markets, InstantSource.system()),
            new FakeAlerts(),
            new FakeHistory(),
            new Catalog(exchange.views, markets::markets),
            InstantSource.system());
    final Deque<Projection.Entry> underway = new ArrayDeque<>();
    final Random random;
    private int keys;

    /** How far the tables were when the topic began to read them: no later delta repeats that. */
    private long visibleBefore;

    Venue(long seed) {
      random = new Random(seed);
      exchange.feed(
          (sequence, time, event) -> underway.add(new Projection.Entry(sequence, time, event)));
      for (int asset = 0; asset < 2; asset++) {
        exchange.submit(
            new Command.Transfer(
                TransferKind.DEPOSIT, Command.WORLD, ACCOUNT, asset, 1L << 50, "fund" + asset));
      }
    }

    void step() {
      int choice = random.nextInt(10);
      List<OrderView> live = live();
      if (choice == 0 && random.nextBoolean()) {
        exchange.submit(
            new Command.PlaceOrder(
                ACCOUNT,
                0,
                Side.SELL,
                OrderType.STOP,
                TimeInForce.GTC,
                0,
                10,
                new OrderConditions.Builder().trigger(90).build(),
                "k" + ++keys));
      } else if (choice < 3) {
        exchange.submit(
            new Command.PlaceOrder(
                ACCOUNT,
                0,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                choice == 0 ? OrderType.MARKET : OrderType.LIMIT,
                TimeInForce.GTC,
                choice == 0 ? 0 : 100,
                10,
                "k" + ++keys));
      } else if (choice < 5 && !live.isEmpty()) {
        OrderView order = live.get(random.nextInt(live.size()));
        exchange.submit(new Command.CancelOrder(ACCOUNT, order.id()));
      } else if (choice < 7 && !live.isEmpty()) {
        OrderView order = live.get(random.nextInt(live.size()));
        long left = order.quantity() - order.filled();
        exchange.fill(
            order.id(), ACCOUNT, order.side(), 1 + random.nextInt((int) left), order.price());
      } else if (choice == 7 && !live.isEmpty() && random.nextBoolean()) {
        OrderView order = live.get(random.nextInt(live.size()));
        exchange.submit(
            new Command.ReplaceOrder(
                ACCOUNT,
                order.id(),
                90 + random.nextInt(20),
                order.filled() + 1 + keys % 20,
                random.nextInt(2) * 80L));
      } else if (choice == 7) {
        exchange.views.lag(random.nextBoolean());
      } else {
        deliver(random.nextInt(5));
      }
    }

    List<OrderView> live() {
      return exchange
          .truth
          .orders(
              new OrderQuery(
                  ACCOUNT,
                  Optional.of(true),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  500))
          .items();
    }

    void deliver(int events) {
      for (int i = 0; i < events && !underway.isEmpty(); i++) {
        Projection.Entry entry = underway.remove();
        topics.accountChanges().onEvent(entry.sequence(), entry.timestampNs(), entry.event());
      }
    }

    void steps(int most) {
      int steps = random.nextInt(most);
      for (int i = 0; i < steps; i++) {
        step();
      }
    }
  }

  private static JsonNode json(Object value) {
    try {
      return JSON.readTree(Json.bytes(value));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Opens a topic in the midst of things and collects its snapshot and its deltas. */
  private static List<JsonNode> follow(Venue venue, TopicName.Channel channel) {
    Topic topic = venue.topics.make(new TopicName(channel, Long.toString(ACCOUNT)), () -> {});
    venue.steps(40);
    topic.open();
    venue.steps(10);
    venue.visibleBefore = venue.exchange.views.sequence();
    venue.exchange.views.beforeReads(() -> venue.steps(10));
    Runnable install = topic.load();
    venue.exchange.views.beforeReads(() -> {});
    venue.steps(10);
    install.run();
    List<JsonNode> told = new ArrayList<>();
    told.add(json(topic.state()));
    for (int i = 0; i < 20; i++) {
      venue.steps(6);
      collect(topic, told);
    }
    venue.exchange.views.lag(false);
    venue.deliver(Integer.MAX_VALUE);
    collect(topic, told);
    return told;
  }

  private static void collect(Topic topic, List<JsonNode> told) {
    if (topic.change() instanceof Topic.Change.Delta delta) {
      told.add(json(delta.data()));
    }
  }

  @Property(tries = 300)
  boolean ordersEndAsTheTablesSay(@ForAll long seed) {
    Venue venue = new Venue(seed);
    Map<String, JsonNode> orders = new TreeMap<>();
    for (JsonNode update : follow(venue, TopicName.Channel.ORDERS)) {
      for (JsonNode order : update) {
        boolean live = order.get("status").asText().matches("open|partiallyFilled|pending");
        if (live) {
          orders.put(order.get("id").asText(), order);
        } else {
          orders.remove(order.get("id").asText());
        }
      }
    }
    Map<String, JsonNode> expected = new TreeMap<>();
    for (OrderView order : venue.live()) {
      expected.put(Long.toString(order.id()), json(WireOrder.of(order)));
    }
    return orders.equals(expected);
  }

  @Property(tries = 300)
  boolean balancesAndPositionsEndAsTheTablesSayAndNoFillComesTwice(@ForAll long seed) {
    Venue venue = new Venue(seed);
    Map<String, JsonNode> balances = new TreeMap<>();
    Map<String, JsonNode> positions = new TreeMap<>();
    List<Long> fills = new ArrayList<>();
    for (JsonNode update : follow(venue, TopicName.Channel.PORTFOLIO)) {
      update.get("balances").forEach(b -> balances.put(b.get("asset").asText(), b));
      update.get("positions").forEach(p -> positions.put(p.get("symbol").asText(), p));
      update.path("fills").forEach(fill -> fills.add(fill.get("id").asLong()));
    }
    Map<String, JsonNode> expected = new TreeMap<>();
    venue
        .exchange
        .truth
        .balances(ACCOUNT)
        .forEach(b -> expected.put(b.asset().code(), json(WireBalance.of(b))));
    Map<String, JsonNode> held = new TreeMap<>();
    for (PositionView position : venue.exchange.truth.positions(ACCOUNT)) {
      held.put("BTC-USD", json(WirePosition.of(position, Optional.empty())));
    }
    List<Long> all =
        venue
            .exchange
            .truth
            .fills(ACCOUNT, Optional.empty(), Optional.empty(), Optional.empty(), 10_000)
            .items()
            .reversed()
            .stream()
            .map(FillView::id)
            .toList();
    List<Long> newest = all.subList(all.size() - fills.size(), all.size());
    return balances.equals(expected)
        && positions.equals(held)
        && fills.equals(newest)
        && fills.stream().allMatch(id -> id > venue.visibleBefore);
  }
}

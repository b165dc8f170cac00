package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.whiteboard.NaiveExchange;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The machine against its whiteboard twin, after every command. */
class ExchangePropertyTest {
  /** More by hand: {@code -Dratel.proof.commands=1000000}. */
  private static final int COMMANDS = Integer.getInteger("ratel.proof.commands", 300);

  @Property(tries = 300)
  void agreesWithTheNaiveExchangeAfterEveryCommand(
      @ForAll long seed,
      @ForAll @IntRange(max = 3_000) int makerPpm,
      @ForAll @IntRange(max = 3_000) int takerPpm) {
    Random random = new Random(seed);
    Venue venue = Venue.withFees(makerPpm, takerPpm);
    NaiveExchange naive = new NaiveExchange(makerPpm, takerPpm);
    long[] accounts = accounts(venue, naive, random);
    RandomOrders orders = new RandomOrders(random, accounts);
    for (int i = 0; i < COMMANDS; i++) {
      venue.events.clear();
      venue.sequences.clear();
      long id = venue.exchange.exchange().lastCommandId() + 32;
      Command command = orders.next(id);
      Reply reply = venue.exchange.submit(command, id, orders.now);
      naive.apply(command, id, orders.now);
      String as = i + ": " + command;
      assertThat(described(venue.events)).as(as).isEqualTo(settled(naive.happened()));
      assertThat(reply.reason() + " " + reply.status() + " " + reply.filled())
          .as(as)
          .isEqualTo(naive.answered());
      assertSame(venue, naive, accounts, as);
    }
  }

  private static long[] accounts(Venue venue, NaiveExchange naive, Random random) {
    long[] accounts = new long[4];
    for (int i = 0; i < accounts.length; i++) {
      long quote = 1 + random.nextInt(20_000);
      long base = 1 + random.nextInt(200);
      accounts[i] = venue.account("account-" + i, quote, base);
      naive.deposit(accounts[i], 0, quote);
      naive.deposit(accounts[i], 1, base);
    }
    return accounts;
  }

  private static List<String> described(List<Event> events) {
    List<String> texts = new ArrayList<>();
    for (Event event : events) {
      switch (event) {
        case Event.OrderAccepted e ->
            texts.add(
                "accepted %d %s %s %d %d"
                    .formatted(e.orderId(), e.side(), e.type(), e.price(), e.quantity()));
        case Event.OrderReplaced e ->
            texts.add("replaced " + e.orderId() + " " + e.price() + " " + e.quantity());
        case Event.OrderCanceled e ->
            texts.add("canceled " + e.orderId() + " " + e.remaining() + " " + e.reason());
        case Event.OrderTriggered e -> texts.add("triggered " + e.orderId() + " " + e.price());
        case Event.TriggerMoved e -> texts.add("moved " + e.orderId() + " " + e.trigger());
        case Event.OrderArmed e -> texts.add("armed " + e.orderId() + " " + e.quantity());
        case Event.TradingStateChanged e ->
            texts.add("state " + e.state() + " " + e.auctionPrice() + " " + e.auctionQuantity());
        case Event.Traded e ->
            texts.add(
                "traded %d %d %d %d %d %d"
                    .formatted(
                        e.makerOrderId(),
                        e.takerOrderId(),
                        e.price(),
                        e.quantity(),
                        e.makerFee(),
                        e.takerFee()));
        default -> {}
      }
    }
    return settled(texts);
  }

  /** Triggers that move at one moment have no sequence. */
  private static List<String> settled(List<String> texts) {
    List<String> settled = new ArrayList<>(texts);
    int from = 0;
    for (int i = 0; i <= settled.size(); i++) {
      if (i == settled.size() || !settled.get(i).startsWith("moved")) {
        settled.subList(from, i).sort(null);
        from = i + 1;
      }
    }
    return settled;
  }

  private static void assertSame(Venue venue, NaiveExchange naive, long[] accounts, String as) {
    Exchange exchange = venue.exchange.exchange();
    for (Side side : Side.values()) {
      assertThat(venue.levels(side)).as(as).isEqualTo(naive.levels(side));
      List<Long> queue = new ArrayList<>();
      exchange.book(0).forEachOrder(side, slot -> queue.add(exchange.machine.orders.id(slot)));
      assertThat(queue).as(as).isEqualTo(naive.queue(side));
    }
    assertThat(waiting(exchange)).as(as).isEqualTo(naive.waiting());
    assertThat(exchange.machine.listings.get(0).state).isEqualTo(naive.state());
    long bid = exchange.book(0).bestAny(Side.BUY);
    long ask = exchange.book(0).bestAny(Side.SELL);
    boolean crossed = bid != 0 && ask != 0 && bid >= ask;
    assertThat(crossed && naive.state() == TradingState.OPEN).as("crossed, " + as).isFalse();
    for (int asset = 0; asset < 2; asset++) {
      long sum = venue.total(1, asset) + venue.total(2, asset);
      for (long account : accounts) {
        sum += venue.total(account, asset);
        BigInteger total = naive.total(account, asset);
        BigInteger held = naive.held(account, asset);
        assertThat(BigInteger.valueOf(venue.total(account, asset))).as(as).isEqualTo(total);
        assertThat(BigInteger.valueOf(venue.available(account, asset)))
            .as(as)
            .isEqualTo(total.subtract(held))
            .isNotNegative();
      }
      assertThat(sum).as("debits equal credits of asset " + asset).isZero();
    }
  }

  private static List<String> waiting(Exchange exchange) {
    List<String> texts = new ArrayList<>();
    OrderTerms terms = new OrderTerms();
    exchange.machine.waiting.forEach(
        place -> {
          exchange.machine.waiting.terms(place, terms);
          texts.add(
              "%d %d at %d armed %s"
                  .formatted(
                      terms.id,
                      terms.quantity,
                      terms.trigger,
                      exchange.machine.waiting.isArmed(place)));
        });
    return texts;
  }
}

package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.event.Event;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.agrona.ExpandableArrayBuffer;

class ExchangePropertyTest {
  private static final int COMMANDS = 400;
  private static final TimeInForce[] TIMES = TimeInForce.values();

  @Property(tries = 300)
  void agreesWithTheNaiveExchangeAfterEveryCommand(
      @ForAll long seed,
      @ForAll @IntRange(max = 3_000) int makerPpm,
      @ForAll @IntRange(max = 3_000) int takerPpm) {
    Random random = new Random(seed);
    Venue venue = Venue.withFees(makerPpm, takerPpm);
    NaiveExchange naive = new NaiveExchange(makerPpm, takerPpm);
    long[] accounts = accounts(venue, naive, random);
    for (int i = 0; i < COMMANDS; i++) {
      venue.events.clear();
      naive.happened.clear();
      command(venue, naive, accounts, random);
      assertThat(described(venue.events)).isEqualTo(withoutRefusals(naive.happened));
      assertInvariants(venue, naive, accounts);
    }
    for (int i = 0; i < venue.sequences.size(); i++) {
      assertThat(venue.sequences.get(i)).isEqualTo(i + 1L);
    }
  }

  @Property(tries = 60)
  void aSnapshotAnywhereAndTheRestOfTheCommandsEndInTheSameState(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = COMMANDS) int cut) {
    Random random = new Random(seed);
    Venue whole = Venue.withFees(1_000, 2_000);
    Venue cutShort = Venue.withFees(1_000, 2_000);
    NaiveExchange ignored = new NaiveExchange(1_000, 2_000);
    long[] accounts = accounts(whole, ignored, new Random(seed));
    accounts(cutShort, ignored, new Random(seed));
    List<Event> before = List.copyOf(cutShort.events);
    assertThat(before).isEqualTo(whole.events);
    for (int i = 0; i < COMMANDS; i++) {
      if (i == cut) {
        ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
        int length = Snapshot.write(cutShort.exchange.exchange(), bytes);
        Exchange restored = Snapshot.read(bytes, 0, length);
        assertThat(Snapshot.stateHash(restored))
            .isEqualTo(Snapshot.stateHash(cutShort.exchange.exchange()));
        cutShort.exchange = new LocalExchange(restored, (s, t, e) -> cutShort.events.add(e));
      }
      long choice = random.nextLong();
      command(whole, ignored, accounts, new Random(choice));
      command(cutShort, ignored, accounts, new Random(choice));
    }
    assertThat(cutShort.events).isEqualTo(whole.events);
    assertThat(Snapshot.stateHash(cutShort.exchange.exchange()))
        .isEqualTo(Snapshot.stateHash(whole.exchange.exchange()));
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

  private static void command(Venue venue, NaiveExchange naive, long[] accounts, Random random) {
    long account = accounts[random.nextInt(accounts.length)];
    long next = venue.exchange.exchange().lastCommandId() + 32;
    if (random.nextInt(4) == 0) {
      long order = next - 32L * (1 + random.nextInt(40));
      venue.cancel(account, order);
      naive.cancel(account, order);
      return;
    }
    if (random.nextInt(4) == 0) {
      long order = next - 32L * (1 + random.nextInt(20));
      long newPrice = random.nextInt(3) == 0 ? 0 : 90 + random.nextInt(20);
      long newQuantity = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(40);
      venue.replace(account, order, newPrice, newQuantity);
      naive.replace(account, order, newPrice, newQuantity);
      return;
    }
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    TimeInForce timeInForce = random.nextInt(4) > 0 ? TimeInForce.GTC : TIMES[random.nextInt(3)];
    long price = 90 + random.nextInt(20);
    long quantity = 1 + random.nextInt(30);
    venue.limit(account, side, timeInForce, price, quantity);
    naive.limit(next, account, side, timeInForce, price, quantity);
  }

  private static List<String> described(List<Event> events) {
    List<String> texts = new ArrayList<>();
    for (Event event : events) {
      switch (event) {
        case Event.OrderAccepted e -> texts.add("accepted " + e.orderId());
        case Event.OrderReplaced e ->
            texts.add("replaced " + e.orderId() + " " + e.price() + " " + e.quantity());
        case Event.OrderCanceled e -> texts.add("canceled " + e.orderId() + " " + e.remaining());
        case Event.Traded e ->
            texts.add(
                "traded "
                    + e.makerOrderId()
                    + " "
                    + e.takerOrderId()
                    + " "
                    + e.price()
                    + " "
                    + e.quantity()
                    + " "
                    + e.makerFee()
                    + " "
                    + e.takerFee());
        default -> {}
      }
    }
    return texts;
  }

  private static List<String> withoutRefusals(List<String> happened) {
    return happened.stream().filter(text -> !text.startsWith("refused")).toList();
  }

  private static void assertInvariants(Venue venue, NaiveExchange naive, long[] accounts) {
    for (Side side : Side.values()) {
      assertThat(venue.levels(side)).isEqualTo(naive.levels(side));
      List<Long> queue = new ArrayList<>();
      venue
          .exchange
          .exchange()
          .book(0)
          .forEachOrder(side, slot -> queue.add(venue.exchange.exchange().orders.id(slot)));
      assertThat(queue).isEqualTo(naive.queue(side));
    }
    long bid = venue.exchange.exchange().book(0).best(Side.BUY);
    long ask = venue.exchange.exchange().book(0).best(Side.SELL);
    assertThat(bid == 0 || ask == 0 || bid < ask).as("book crossed at " + bid + "/" + ask).isTrue();
    for (int asset = 0; asset < 2; asset++) {
      long sum = venue.total(1, asset) + venue.total(2, asset);
      for (long account : accounts) {
        sum += venue.total(account, asset);
        assertThat(BigInteger.valueOf(venue.total(account, asset)))
            .isEqualTo(naive.total(account, asset));
        assertThat(BigInteger.valueOf(venue.available(account, asset)))
            .isEqualTo(naive.total(account, asset).subtract(naive.held(account, asset)))
            .isNotNegative();
      }
      assertThat(sum).as("debits equal credits of asset " + asset).isZero();
    }
  }
}

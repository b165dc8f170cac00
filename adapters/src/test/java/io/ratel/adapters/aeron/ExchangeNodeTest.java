package io.ratel.adapters.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.EventLog;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.Snapshot;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.Event;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeNodeTest {
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();

  @Test
  void aRestartFindsEveryAcknowledgedCommandOnceAndTheSameState(@TempDir Path directory) {
    LogConfig config = LogConfig.laptop(directory);
    long sequence;
    long resting;
    try (ExchangeNode node = ExchangeNode.launch(config, errors::add);
        ExchangeClient client = node.connectClient()) {
      long account = openFunded(client, "alice");
      Reply placed = client.submit(buy(account, 100, 3, "order-1"));
      assertThat(placed.status()).isEqualTo(OrderStatus.OPEN);
      resting = placed.id();
      assertThat(node.snapshot(Duration.ofSeconds(10))).isTrue();
      for (int i = 0; i < 200; i++) {
        client.submit(buy(account, 50 + i % 40, 1, "more-" + i));
      }
      sequence = client.submit(buy(account, 90, 1, "last")).sequence();
    }
    Exchange fromLog = LogReplay.replay(config, Long.MAX_VALUE, Long.MAX_VALUE, permille -> {});
    assertThat(fromLog.sequence()).isEqualTo(sequence);
    assertThat(fromLog.restingOrders()).isEqualTo(202);
    try (ExchangeNode node = ExchangeNode.launch(config, errors::add);
        ExchangeClient client = node.connectClient();
        RecordedEvents events = node.connectEvents()) {
      assertThat(node.sequence()).isEqualTo(sequence);
      Reply again = client.submit(buy(3, 1, 1, "x"));
      assertThat(again.refused()).isTrue();
      Reply repeated = client.submit(new Command.OpenAccount("alice"));
      assertThat(repeated.duplicate()).isTrue();
      Reply canceled = client.submit(new Command.CancelOrder(repeated.id(), resting));
      assertThat(canceled.status()).isEqualTo(OrderStatus.CANCELED);
      List<Long> sequences = new ArrayList<>();
      List<Event> seen = new ArrayList<>();
      read(events, 0, canceled.sequence(), sequences, seen);
      for (int i = 0; i < sequences.size(); i++) {
        assertThat(sequences.get(i)).isEqualTo(i + 1L);
      }
      assertThat(seen).filteredOn(e -> e instanceof Event.OrderAccepted).hasSize(202);
      sequences.clear();
      read(events, 150, canceled.sequence(), sequences, seen);
      assertThat(sequences).startsWith(151L).endsWith(canceled.sequence());
    }
    Exchange after = LogReplay.replay(config, Long.MAX_VALUE, Long.MAX_VALUE, permille -> {});
    assertThat(Snapshot.stateHash(after)).isNotEqualTo(Snapshot.stateHash(fromLog));
    Exchange before = LogReplay.replay(config, sequence, Long.MAX_VALUE, permille -> {});
    assertThat(Snapshot.stateHash(before)).isEqualTo(Snapshot.stateHash(fromLog));
    assertThat(errors).isEmpty();
  }

  @Test
  void aRunningMembersLogMakesAnyPastStateAgain(@TempDir Path directory) {
    LogConfig config = LogConfig.laptop(directory);
    try (ExchangeNode node = ExchangeNode.launch(config, errors::add);
        ExchangeClient client = node.connectClient()) {
      RecordedLog log = node.connectLog(permille -> {});
      long account = openFunded(client, "alice");
      List<Long> sequences = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        sequences.add(client.submit(buy(account, 50 + i % 40, 1, "order-" + i)).sequence());
        if (i % 50 == 20) {
          assertThat(node.snapshot(Duration.ofSeconds(10))).isTrue();
        }
      }
      for (int i : List.of(0, 10, 20, 21, 60, 70, 71, 119)) {
        Exchange past = log.at(sequences.get(i));
        assertThat(past.sequence()).isEqualTo(sequences.get(i));
        assertThat(past.restingOrders()).isEqualTo(i + 1);
      }
      ExchangeNode.State now = node.state(Duration.ofSeconds(10)).orElseThrow();
      assertThat(Snapshot.stateHash(log.at(now.sequence()))).isEqualTo(now.hash());
      assertThat(log.at(now.sequence() + 1_000).sequence()).isEqualTo(now.sequence());
      assertThat(log.at(0).sequence()).isZero();
    }
    assertThat(errors).isEmpty();
  }

  private static void read(
      EventLog log, long after, long until, List<Long> sequences, List<Event> seen) {
    try (EventLog.Reader reader = log.follow(after)) {
      while (sequences.isEmpty() || sequences.getLast() < until) {
        int handed =
            reader.poll(
                (sequence, timestamp, event) -> {
                  sequences.add(sequence);
                  seen.add(event);
                },
                100);
        if (handed == 0) {
          reader.await(10_000_000);
        }
      }
    }
  }

  static long openFunded(ExchangeClient client, String key) {
    client.submit(new Command.ListAsset("USD", 2));
    client.submit(new Command.ListAsset("BTC", 2));
    client.submit(
        new Command.ListInstrument(
            "BTC-USD",
            InstrumentKind.SPOT,
            "BTC",
            "USD",
            new Step(1, 2),
            new Step(1, 0),
            1_000,
            2_000,
            50_000));
    long account = client.submit(new Command.OpenAccount(key)).id();
    client.submit(
        new Command.Transfer(
            TransferKind.DEPOSIT, Command.WORLD, account, 0, 10_000_000, "deposit"));
    return account;
  }

  static Command buy(long account, long price, long quantity, String key) {
    return new Command.PlaceOrder(
        account, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, price, quantity, key);
  }
}

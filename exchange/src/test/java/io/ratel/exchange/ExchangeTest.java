package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.Event;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private final Venue venue = Venue.withFees(0, 0);

  /** exchange-core, features/basic.feature: the fills of an IOC bid and the book left behind. */
  @Test
  void tradesAtTheRestingPriceOldestFirst() {
    long alice = venue.account("alice", 100_000, 100);
    long bob = venue.account("bob", 100_000, 100);
    venue.limit(alice, Side.SELL, TimeInForce.GTC, 1_600, 7);
    venue.limit(alice, Side.BUY, TimeInForce.GTC, 1_550, 4);

    Reply taken = venue.limit(bob, Side.BUY, TimeInForce.IOC, 1_700, 2);
    assertThat(taken.filled()).isEqualTo(2);
    assertThat(taken.turnover()).isEqualTo(2 * 1_600);
    assertThat(taken.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(venue.levels(Side.SELL)).containsExactly("1600x5/1");

    venue.limit(bob, Side.BUY, TimeInForce.GTC, 1_583, 4);
    assertThat(venue.levels(Side.BUY)).containsExactly("1583x4/1", "1550x4/1");
  }

  /** exchange-core, features/risk.feature (ETH_XBT): what may be placed with which balance. */
  @Test
  void placesOnlyWhatTheBalanceCoversAndNamesBothFigures() {
    Venue risk = new Venue();
    risk.submit(new Command.ListAsset("XBT", 0));
    risk.submit(new Command.ListAsset("ETH", 0));
    risk.submit( // a lot of 100,000 ETH units moves by 10 XBT units a tick
        new Command.ListInstrument(
            "ETH-XBT",
            InstrumentKind.SPOT,
            "ETH",
            "XBT",
            Step.of("0.0001"),
            Step.of("100000"),
            0,
            0,
            50_000));
    long alice = risk.account("alice", 2_000_000, 0);
    long bob = risk.account("bob", 0, 699_999);

    Reply refused = risk.limit(alice, Side.BUY, TimeInForce.GTC, 30_000, 7);
    assertThat(refused.reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    assertThat(refused.available()).isEqualTo(2_000_000);
    assertThat(refused.needed()).isEqualTo(2_100_000);
    risk.deposit(alice, Venue.QUOTE, 100_000);
    assertThat(risk.limit(alice, Side.BUY, TimeInForce.GTC, 30_000, 7).refused()).isFalse();
    assertThat(risk.available(alice, Venue.QUOTE)).isZero();

    assertThat(risk.limit(bob, Side.SELL, TimeInForce.GTC, 30_000, 7).reason())
        .isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    risk.deposit(bob, Venue.BASE, 1);
    assertThat(risk.limit(bob, Side.SELL, TimeInForce.GTC, 30_000, 7).filled()).isEqualTo(7);
    assertThat(risk.total(alice, Venue.BASE)).isEqualTo(700_000);
    assertThat(risk.total(bob, Venue.QUOTE)).isEqualTo(2_100_000);
  }

  @Test
  void givesBackTheDifferenceWhenABidTradesBelowItsLimit() {
    long alice = venue.account("alice", 1_000, 0);
    long bob = venue.account("bob", 0, 10);
    venue.limit(bob, Side.SELL, TimeInForce.GTC, 90, 4);
    Reply bought = venue.limit(alice, Side.BUY, TimeInForce.GTC, 100, 10);
    assertThat(bought.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(venue.total(alice, Venue.QUOTE)).isEqualTo(1_000 - 360);
    assertThat(venue.available(alice, Venue.QUOTE)).isEqualTo(1_000 - 360 - 600);
    venue.cancel(alice, bought.id());
    assertThat(venue.available(alice, Venue.QUOTE)).isEqualTo(640);
    assertThat(venue.total(bob, Venue.QUOTE)).isEqualTo(360);
  }

  @Test
  void chargesMakerAndTakerFeesRoundedDownToTheFeeAccount() {
    Venue fees = Venue.withFees(1_000, 2_000);
    long alice = fees.account("alice", 1_000_000, 0);
    long bob = fees.account("bob", 0, 10);
    fees.limit(bob, Side.SELL, TimeInForce.GTC, 1_999, 3);
    fees.limit(alice, Side.BUY, TimeInForce.GTC, 2_500, 3);
    assertThat(fees.total(bob, Venue.QUOTE)).isEqualTo(5_997 - 5);
    assertThat(fees.total(alice, Venue.QUOTE)).isEqualTo(1_000_000 - 5_997 - 11);
    assertThat(fees.total(Command.FEES, Venue.QUOTE)).isEqualTo(16);
    assertThat(fees.available(alice, Venue.QUOTE)).isEqualTo(fees.total(alice, Venue.QUOTE));
  }

  @Test
  void fillOrKillTradesWholeOrNotAtAll() {
    long alice = venue.account("alice", 10_000, 0);
    long bob = venue.account("bob", 0, 100);
    venue.limit(bob, Side.SELL, TimeInForce.GTC, 10, 5);
    venue.limit(bob, Side.SELL, TimeInForce.GTC, 11, 5);
    Reply killed = venue.limit(alice, Side.BUY, TimeInForce.FOK, 10, 6);
    assertThat(killed.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(killed.filled()).isZero();
    assertThat(venue.events)
        .contains(new Event.OrderCanceled(killed.id(), alice, 0, 6, CancelReason.NOT_FILLABLE));
    assertThat(venue.available(alice, Venue.QUOTE)).isEqualTo(10_000);
    assertThat(venue.limit(alice, Side.BUY, TimeInForce.FOK, 11, 6).filled()).isEqualTo(6);
  }

  @Test
  void aMarketOrderStopsAtTheCollarAndNeedsAPriceToStartFrom() {
    long alice = venue.account("alice", 1_000_000, 0);
    long bob = venue.account("bob", 0, 100);
    assertThat(venue.market(alice, Side.BUY, 1).reason()).isEqualTo(RejectReason.NO_LIQUIDITY);
    venue.limit(bob, Side.SELL, TimeInForce.GTC, 1_000, 5);
    venue.limit(bob, Side.SELL, TimeInForce.GTC, 1_050, 5);
    venue.limit(bob, Side.SELL, TimeInForce.GTC, 1_051, 5);
    Reply bought = venue.market(alice, Side.BUY, 12);
    assertThat(bought.filled()).isEqualTo(10);
    assertThat(bought.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(venue.levels(Side.SELL)).containsExactly("1051x5/1");
  }

  @Test
  void aRepeatedKeyIsAnsweredAsTheFirstTimeAndAnotherContentIsRefused() {
    long alice = venue.account("alice", 1_000, 0);
    Command.PlaceOrder order =
        new Command.PlaceOrder(
            alice, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 5, "order-1");
    Reply first = venue.submit(order);
    Reply again = venue.submit(order);
    assertThat(again.duplicate()).isTrue();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.sequence()).isEqualTo(first.sequence());
    Reply other =
        venue.submit(
            new Command.PlaceOrder(
                alice, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 6, "order-1"));
    assertThat(other.reason()).isEqualTo(RejectReason.KEY_REUSED);
    assertThat(venue.levels(Side.BUY)).containsExactly("10x5/1");
    Reply deposit =
        venue.submit(
            new Command.Transfer(
                TransferKind.DEPOSIT, Command.WORLD, alice, Venue.QUOTE, 1, "order-1"));
    assertThat(deposit.refused()).as("an order's key is not a transfer's").isFalse();
  }

  @Test
  void aRefusedKeyMayBeTriedAgain() {
    long alice = venue.account("alice", 10, 0);
    Command.PlaceOrder order =
        new Command.PlaceOrder(alice, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 5, "k");
    assertThat(venue.submit(order).reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    venue.deposit(alice, Venue.QUOTE, 40);
    assertThat(venue.submit(order).refused()).isFalse();
  }

  @Test
  void keysAreForgottenOldestFirstWhenThereAreTooMany() {
    long alice = venue.account("alice", 10, 0);
    for (int i = 0; i <= Limits.KEYS; i++) {
      venue.submit(
          new Command.Transfer(
              TransferKind.DEPOSIT, Command.WORLD, alice, Venue.QUOTE, 1, "deposit-" + i));
    }
    assertThat(venue.submit(new Command.OpenAccount("alice")).id())
        .as("the key of an account is never forgotten")
        .isEqualTo(alice);
    long before = venue.total(alice, Venue.QUOTE);
    Reply newest =
        venue.submit(
            new Command.Transfer(
                TransferKind.DEPOSIT,
                Command.WORLD,
                alice,
                Venue.QUOTE,
                1,
                "deposit-" + Limits.KEYS));
    assertThat(newest.duplicate()).isTrue();
    Reply oldest =
        venue.submit(
            new Command.Transfer(
                TransferKind.DEPOSIT, Command.WORLD, alice, Venue.QUOTE, 1, "deposit-0"));
    assertThat(oldest.duplicate()).isFalse();
    assertThat(venue.total(alice, Venue.QUOTE)).isEqualTo(before + 1);
  }

  @Test
  void refusesEveryFieldPastItsBoundsAndChangesNothing() {
    long alice = venue.account("alice", 1_000, 10);
    String before = stateWithoutClock();
    int events = venue.events.size();
    Side buy = Side.BUY;
    TimeInForce gtc = TimeInForce.GTC;
    assertThat(venue.limit(alice, buy, gtc, 0, 1).reason()).isEqualTo(RejectReason.INVALID_PRICE);
    assertThat(venue.limit(alice, buy, gtc, -1, 1).reason()).isEqualTo(RejectReason.INVALID_PRICE);
    assertThat(venue.limit(alice, buy, gtc, 1, 0).reason())
        .isEqualTo(RejectReason.INVALID_QUANTITY);
    assertThat(venue.limit(alice, buy, gtc, 1, Long.MIN_VALUE).reason())
        .isEqualTo(RejectReason.INVALID_QUANTITY);
    assertThat(venue.limit(alice, buy, gtc, Long.MAX_VALUE, Long.MAX_VALUE).reason())
        .isEqualTo(RejectReason.VALUE_TOO_LARGE);
    assertThat(venue.limit(alice, Side.SELL, gtc, Long.MAX_VALUE, 2).reason())
        .isEqualTo(RejectReason.VALUE_TOO_LARGE);
    assertThat(venue.limit(99, buy, gtc, 1, 1).reason()).isEqualTo(RejectReason.UNKNOWN_ACCOUNT);
    assertThat(venue.limit(Command.WORLD, buy, gtc, 1, 1).reason())
        .isEqualTo(RejectReason.UNKNOWN_ACCOUNT);
    assertThat(venue.cancel(alice, 12345).reason()).isEqualTo(RejectReason.ORDER_NOT_OPEN);
    assertThat(venue.deposit(alice, 7, 1).reason()).isEqualTo(RejectReason.UNKNOWN_ASSET);
    assertThat(venue.deposit(alice, Venue.QUOTE, 0).reason())
        .isEqualTo(RejectReason.INVALID_AMOUNT);
    assertThat(venue.deposit(alice, Venue.QUOTE, Long.MAX_VALUE).reason())
        .isEqualTo(RejectReason.VALUE_TOO_LARGE);
    assertThat(
            venue
                .submit(
                    new Command.PlaceOrder(
                        alice, 5, buy, OrderType.LIMIT, TimeInForce.GTC, 1, 1, ""))
                .reason())
        .isEqualTo(RejectReason.UNKNOWN_INSTRUMENT);
    assertThat(
            venue
                .submit(
                    new Command.Transfer(
                        TransferKind.WITHDRAWAL, alice, Command.WORLD, Venue.QUOTE, 1_001, ""))
                .reason())
        .isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    assertThat(venue.events).hasSize(events);
    assertThat(stateWithoutClock()).isEqualTo(before);
  }

  private String stateWithoutClock() {
    Exchange exchange = venue.exchange.exchange();
    exchange.machine.lastCommandId = 0;
    exchange.machine.lastTimestamp = 0;
    return Snapshot.stateHash(exchange);
  }

  @Test
  void refusesBytesThatAreNoCommandOfThisVersion() {
    Exchange exchange = venue.exchange.exchange();
    io.ratel.exchange.event.EventWriter events = new io.ratel.exchange.event.EventWriter();
    Answer answer = new Answer();
    UnsafeBuffer good = new UnsafeBuffer(new byte[256]);
    int length =
        new io.ratel.exchange.command.CommandCodec().encode(new Command.OpenAccount("x"), good, 0);
    for (int cut = 0; cut < length; cut++) {
      exchange.apply(9_000 + cut, 1, good, 0, cut, events, answer);
      assertThat(answer.toReply().reason()).as("cut at " + cut).isEqualTo(RejectReason.MALFORMED);
    }
    int newer = io.ratel.exchange.wire.MessageHeaderDecoder.SCHEMA_VERSION + 1;
    good.putShort(6, (short) newer, java.nio.ByteOrder.LITTLE_ENDIAN);
    exchange.apply(9_999, 1, good, 0, length, events, answer);
    assertThat(answer.toReply().reason()).as("a newer version").isEqualTo(RejectReason.MALFORMED);
  }
}

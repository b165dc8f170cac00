package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.CommandCodec;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.EventWriter;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.wire.ListInstrumentEncoder;
import io.ratel.exchange.wire.MessageHeaderEncoder;
import io.ratel.exchange.wire.OpenAccountEncoder;
import io.ratel.exchange.wire.ReplaceOrderEncoder;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Commands of older versions are applied, of newer ones refused, and none is ever read past. */
class WireVersionsTest {
  private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
  private static final int OLD = 2;
  private static final int NOW = MessageHeaderEncoder.SCHEMA_VERSION;

  private final Venue venue = Venue.withFees(0, 0);
  private final Exchange exchange = venue.exchange.exchange();
  private final long alice = venue.account("alice", 1_000, 10);
  private final CommandCodec codec = new CommandCodec();
  private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
  private final EventWriter events = new EventWriter();
  private final Answer answer = new Answer();

  private List<Command> oneOfEach() {
    Step one = new Step(1, 0);
    InstrumentKind spot = InstrumentKind.SPOT;
    OrderConditions hidden = new OrderConditions.Builder().flag(1 << 2).build();
    return List.of(
        new Command.ListAsset("NEW", 0),
        new Command.ListInstrument("NEW-XBT", spot, "ETH", "XBT", one, one, 0, 0, 50_000),
        new Command.OpenAccount("bob"),
        new Command.Transfer(TransferKind.DEPOSIT, Command.WORLD, alice, 0, 1, ""),
        new Command.PlaceOrder(alice, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 5, "key"),
        new Command.PlaceOrder(
            alice, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 5, hidden, ""),
        new Command.CancelOrder(alice, 5),
        new Command.ReplaceOrder(alice, 5, 1, 1),
        new Command.CancelOrders(alice, OptionalInt.empty(), Optional.empty()),
        new Command.CancelAllAfter(alice, 5),
        new Command.ConfigureAccount(alice, AccountConfig.CASH),
        new Command.SetLimits(alice, AccountLimits.NONE),
        new Command.SetKillSwitch(KillScope.ACCOUNT, alice, true),
        new Command.SetMarketTerms(0, MarketTerms.of(0, 0)),
        new Command.SetTradingState(0, TradingState.HALT),
        new Command.SetCalendar(0, List.of(), List.of()),
        new Command.Mark(0, 1, 1, 1, 1, 1, 1),
        new Command.Fund(0, 1),
        new Command.Settle(0, 1),
        new Command.MoveUnits(alice, 2, 0, 1, 0, ""));
  }

  private RejectReason apply(int length) {
    exchange.apply(exchange.lastCommandId() + 1, 5_000, bytes, 0, length, events, answer);
    return answer.toReply().reason();
  }

  private void header(int blockLength, int version) {
    bytes.putShort(0, (short) blockLength, ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(6, (short) version, ByteOrder.LITTLE_ENDIAN);
  }

  private String state() {
    exchange.machine.lastCommandId = 0;
    exchange.machine.lastTimestamp = 0;
    String hash = Snapshot.stateHash(exchange);
    exchange.machine.lastCommandId = 1_000_000;
    return hash;
  }

  /** Whether its header knows of the cut or not. */
  @Test
  void everyTruncationOfEveryCommandIsRefusedAndChangesNothing() {
    String before = state();
    for (Command command : oneOfEach()) {
      int length = codec.encode(command, bytes, 0);
      for (int cut = 0; cut < length; cut++) {
        codec.encode(command, bytes, 0);
        assertThat(apply(cut)).as(command + " cut at " + cut).isEqualTo(RejectReason.MALFORMED);
        if (cut >= HEADER) {
          header(cut - HEADER, NOW);
          assertThat(apply(cut)).as(command + " cut at " + cut).isEqualTo(RejectReason.MALFORMED);
        }
        assertThat(events.count()).isZero();
      }
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aNewerVersionIsRefusedEvenWhenItIsLonger() {
    String before = state();
    for (Command command : oneOfEach()) {
      int length = codec.encode(command, bytes, 0);
      header(length - HEADER, NOW + 1);
      assertThat(apply(length)).as(command.toString()).isEqualTo(RejectReason.MALFORMED);
      header(length - HEADER + 8, NOW + 1);
      assertThat(apply(length + 8)).as(command.toString()).isEqualTo(RejectReason.MALFORMED);
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void theShorterBlocksOfVersionTwoAreApplied() {
    Step one = new Step(1, 0);
    codec.encode(
        new Command.ListInstrument(
            "OLD-XBT", InstrumentKind.SPOT, "ETH", "XBT", one, one, 0, 0, 50_000, new Step(5, 0)),
        bytes,
        0);
    assertThat(old(ListInstrumentEncoder.multiplierUnitsEncodingOffset()))
        .isEqualTo(RejectReason.NONE);
    assertThat(exchange.machine.listings.instrument(1).multiplier().units()).isEqualTo(1);
    codec.encode(new Command.OpenAccount("old", 99), bytes, 0);
    assertThat(old(OpenAccountEncoder.parentIdEncodingOffset())).isEqualTo(RejectReason.NONE);
    Reply order = venue.limit(alice, Side.BUY, TimeInForce.GTC, 10, 5);
    codec.encode(new Command.ReplaceOrder(alice, order.id(), 11, 6, 77), bytes, 0);
    assertThat(old(ReplaceOrderEncoder.triggerEncodingOffset())).isEqualTo(RejectReason.NONE);
    assertThat(venue.levels(Side.BUY)).containsExactly("11x6/1");
  }

  private RejectReason old(int blockLength) {
    header(blockLength, OLD);
    return apply(HEADER + blockLength);
  }

  @Test
  void anOlderPlainOrderIsPlaced() {
    int length =
        codec.encode(
            new Command.PlaceOrder(
                alice, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 5, "key"),
            bytes,
            0);
    header(length - HEADER, OLD);
    assertThat(apply(length)).isEqualTo(RejectReason.NONE);
    assertThat(venue.levels(Side.BUY)).containsExactly("10x5/1");
  }
}

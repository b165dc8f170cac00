package io.ratel.exchange.event;

import io.ratel.exchange.EventLog.EventHandler;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.Event.AccountOpened;
import io.ratel.exchange.event.Event.AssetListed;
import io.ratel.exchange.event.Event.BalanceChanged;
import io.ratel.exchange.event.Event.InstrumentListed;
import io.ratel.exchange.event.Event.LevelChanged;
import io.ratel.exchange.event.Event.OrderAccepted;
import io.ratel.exchange.event.Event.OrderCanceled;
import io.ratel.exchange.event.Event.OrderReplaced;
import io.ratel.exchange.event.Event.Traded;
import io.ratel.exchange.event.Event.Transferred;
import io.ratel.exchange.wire.AccountOpenedDecoder;
import io.ratel.exchange.wire.AssetListedDecoder;
import io.ratel.exchange.wire.BalanceChangedDecoder;
import io.ratel.exchange.wire.BlockDecoder;
import io.ratel.exchange.wire.InstrumentListedDecoder;
import io.ratel.exchange.wire.LevelChangedDecoder;
import io.ratel.exchange.wire.MessageHeaderDecoder;
import io.ratel.exchange.wire.OrderAcceptedDecoder;
import io.ratel.exchange.wire.OrderCanceledDecoder;
import io.ratel.exchange.wire.OrderReplacedDecoder;
import io.ratel.exchange.wire.TradedDecoder;
import io.ratel.exchange.wire.TransferredDecoder;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import org.agrona.DirectBuffer;

/**
 * Reads blocks of events back into records. Events of a kind that this version does not know are
 * skipped with their sequence, so that an old reader follows a newer log. Not safe for threads.
 */
public final class EventDecoder {
  private static final TransferKind[] TRANSFER_KINDS = TransferKind.values();
  private static final InstrumentKind[] INSTRUMENT_KINDS = InstrumentKind.values();
  private static final CancelReason[] CANCEL_REASONS = CancelReason.values();
  private static final OrderType[] TYPES = OrderType.values();
  private static final Side[] SIDES = Side.values();
  private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();

  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final BlockDecoder block = new BlockDecoder();
  private final AssetListedDecoder assetListed = new AssetListedDecoder();
  private final InstrumentListedDecoder instrumentListed = new InstrumentListedDecoder();
  private final AccountOpenedDecoder accountOpened = new AccountOpenedDecoder();
  private final TransferredDecoder transferred = new TransferredDecoder();
  private final OrderAcceptedDecoder orderAccepted = new OrderAcceptedDecoder();
  private final TradedDecoder traded = new TradedDecoder();
  private final OrderCanceledDecoder orderCanceled = new OrderCanceledDecoder();
  private final OrderReplacedDecoder orderReplaced = new OrderReplacedDecoder();
  private final LevelChangedDecoder levelChanged = new LevelChangedDecoder();
  private final BalanceChangedDecoder balanceChanged = new BalanceChangedDecoder();
  private final StateEventDecoder states = new StateEventDecoder();

  /** The number of the block's first event. */
  public long firstSequence(DirectBuffer buffer, int offset) {
    return block.wrapAndApplyHeader(buffer, offset, header).firstSequence();
  }

  /** How many events the block holds. */
  public int count(DirectBuffer buffer, int offset) {
    return block.wrapAndApplyHeader(buffer, offset, header).count();
  }

  /** Hands over the events numbered above {@code after} and returns how many those were. */
  public int decode(DirectBuffer buffer, int offset, long after, EventHandler handler) {
    block.wrapAndApplyHeader(buffer, offset, header);
    long sequence = block.firstSequence();
    long timestamp = block.timestamp();
    int count = block.count();
    int at = offset + MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
    int handed = 0;
    for (int i = 0; i < count; i++, sequence++) {
      header.wrap(buffer, at);
      int length = MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
      if (sequence > after) {
        Event event = event(buffer, at, header.templateId());
        if (event != null) {
          handler.onEvent(sequence, timestamp, event);
        }
        handed++;
      }
      at += length;
    }
    return handed;
  }

  private @org.jspecify.annotations.Nullable Event event(
      DirectBuffer buffer, int at, int template) {
    return switch (template) {
      case OrderAcceptedDecoder.TEMPLATE_ID -> {
        OrderAcceptedDecoder e = orderAccepted.wrapAndApplyHeader(buffer, at, header);
        yield new OrderAccepted(
            e.orderId(),
            e.accountId(),
            e.instrumentId(),
            SIDES[e.side()],
            TYPES[e.type()],
            TIMES_IN_FORCE[e.timeInForce()],
            e.price(),
            e.quantity(),
            e.key());
      }
      case TradedDecoder.TEMPLATE_ID -> {
        TradedDecoder e = traded.wrapAndApplyHeader(buffer, at, header);
        yield new Traded(
            e.instrumentId(),
            e.makerOrderId(),
            e.takerOrderId(),
            e.makerAccountId(),
            e.takerAccountId(),
            SIDES[e.takerSide()],
            e.price(),
            e.quantity(),
            e.value(),
            e.makerFee(),
            e.takerFee());
      }
      case OrderCanceledDecoder.TEMPLATE_ID -> {
        OrderCanceledDecoder e = orderCanceled.wrapAndApplyHeader(buffer, at, header);
        yield new OrderCanceled(
            e.orderId(),
            e.accountId(),
            e.instrumentId(),
            e.remaining(),
            CANCEL_REASONS[e.reason()]);
      }
      case OrderReplacedDecoder.TEMPLATE_ID -> {
        OrderReplacedDecoder e = orderReplaced.wrapAndApplyHeader(buffer, at, header);
        yield new OrderReplaced(
            e.orderId(), e.accountId(), e.instrumentId(), e.price(), e.quantity());
      }
      case LevelChangedDecoder.TEMPLATE_ID -> {
        LevelChangedDecoder e = levelChanged.wrapAndApplyHeader(buffer, at, header);
        yield new LevelChanged(
            e.instrumentId(), SIDES[e.side()], e.price(), e.quantity(), e.orders());
      }
      case BalanceChangedDecoder.TEMPLATE_ID -> {
        BalanceChangedDecoder e = balanceChanged.wrapAndApplyHeader(buffer, at, header);
        yield new BalanceChanged(e.accountId(), e.assetId(), e.total(), e.held());
      }
      default -> rareEvent(buffer, at, template);
    };
  }

  private @org.jspecify.annotations.Nullable Event rareEvent(
      DirectBuffer buffer, int at, int template) {
    return switch (template) {
      case AssetListedDecoder.TEMPLATE_ID -> {
        AssetListedDecoder e = assetListed.wrapAndApplyHeader(buffer, at, header);
        yield new AssetListed(e.assetId(), e.code(), e.scale());
      }
      case InstrumentListedDecoder.TEMPLATE_ID -> {
        InstrumentListedDecoder e = instrumentListed.wrapAndApplyHeader(buffer, at, header);
        yield new InstrumentListed(
            e.instrumentId(),
            e.symbol(),
            INSTRUMENT_KINDS[e.kind()],
            e.baseId(),
            e.quoteId(),
            new Step(e.tickUnits(), e.tickScale()),
            new Step(e.lotUnits(), e.lotScale()),
            e.makerFeePpm(),
            e.takerFeePpm(),
            e.collarPpm(),
            e.multiplierUnits() == InstrumentListedDecoder.multiplierUnitsNullValue()
                ? Instrument.ONE
                : new Step(e.multiplierUnits(), e.multiplierScale()));
      }
      case AccountOpenedDecoder.TEMPLATE_ID -> {
        AccountOpenedDecoder e = accountOpened.wrapAndApplyHeader(buffer, at, header);
        long parent = e.parentId();
        yield new AccountOpened(
            e.accountId(),
            e.key(),
            parent == AccountOpenedDecoder.parentIdNullValue() ? 0 : parent);
      }
      case TransferredDecoder.TEMPLATE_ID -> {
        TransferredDecoder e = transferred.wrapAndApplyHeader(buffer, at, header);
        yield new Transferred(
            e.transferId(),
            TRANSFER_KINDS[e.kind()],
            e.fromAccountId(),
            e.toAccountId(),
            e.assetId(),
            e.amount());
      }
      default -> states.event(buffer, at, template, header);
    };
  }
}

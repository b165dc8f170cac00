package io.ratel.exchange;

import io.ratel.exchange.book.OrderBook;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.CommandCodec;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.EventWriter;
import io.ratel.exchange.ledger.Ledger;
import io.ratel.exchange.wire.CancelOrderDecoder;
import io.ratel.exchange.wire.ListAssetDecoder;
import io.ratel.exchange.wire.ListInstrumentDecoder;
import io.ratel.exchange.wire.MessageHeaderDecoder;
import io.ratel.exchange.wire.OpenAccountDecoder;
import io.ratel.exchange.wire.PlaceOrderDecoder;
import io.ratel.exchange.wire.ReplaceOrderDecoder;
import io.ratel.exchange.wire.TransferDecoder;
import io.ratel.model.money.Asset;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.RejectReason;
import io.ratel.model.slot.XxHash64;
import org.agrona.DirectBuffer;

/**
 * The trading machine. The same commands with the same ids and timestamps make the same events and
 * the same state on every machine and every time. A refused command changes nothing.
 *
 * <p>One thread only. No I/O, no clock, no chance.
 */
public final class Exchange {
  private static final TransferKind[] TRANSFER_KINDS = TransferKind.values();

  final Ledger ledger = new Ledger();
  final Orders orders = new Orders();
  final Listings listings = new Listings(orders);
  final Keys keys = new Keys(Limits.KEYS);

  /** Accounts by the key they were opened with; there is room for all, so none is forgotten. */
  final Keys accountKeys = new Keys(Limits.ACCOUNTS);

  long sequence;
  long lastCommandId;
  long lastTimestamp;

  private final Trading trading = new Trading(this);
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final ListAssetDecoder listAsset = new ListAssetDecoder();
  private final ListInstrumentDecoder listInstrument = new ListInstrumentDecoder();
  private final OpenAccountDecoder openAccount = new OpenAccountDecoder();
  private final TransferDecoder transfer = new TransferDecoder();
  private final PlaceOrderDecoder placeOrder = new PlaceOrderDecoder();
  private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
  private final ReplaceOrderDecoder replaceOrder = new ReplaceOrderDecoder();
  private final byte[] content = new byte[CommandCodec.MAX_LENGTH];
  private boolean remembers;
  private long contentHash;

  /** The number of the last event made. */
  public long sequence() {
    return sequence;
  }

  /** The id of the last command applied. */
  public long lastCommandId() {
    return lastCommandId;
  }

  /** The time of the last command applied, nanoseconds since 1970 UTC. */
  public long lastTimestampNs() {
    return lastTimestamp;
  }

  /** The ledger, to look at. */
  public Ledger ledger() {
    return ledger;
  }

  /** The book of an instrument, to look at. */
  public OrderBook book(int instrument) {
    return listings.book(instrument);
  }

  /** Instruments listed so far; their ids are below. */
  public int instrumentCount() {
    return listings.instrumentCount();
  }

  /** Orders that rest in the books. */
  public int restingOrders() {
    return orders.size();
  }

  /**
   * Applies one command.
   *
   * @param commandId the command's place in the log, larger than every one before
   * @param timestamp nanoseconds since 1970 UTC
   * @param events receives the block of events, which stays empty when the command is refused
   * @param answer receives the answer
   */
  public void apply(
      long commandId,
      long timestamp,
      DirectBuffer buffer,
      int offset,
      int length,
      EventWriter events,
      Answer answer) {
    answer.reset(commandId, timestamp);
    events.begin(sequence + 1, timestamp);
    if (isReadable(buffer, offset, length)) {
      dispatch(buffer, offset, length, events, answer);
    } else {
      answer.refuse(RejectReason.MALFORMED);
    }
    listings.drainTouched(events);
    ledger.drainTouched(
        (account, asset, total, held) ->
            events.balanceChanged().accountId(account).assetId(asset).total(total).held(held));
    sequence += events.end();
    lastCommandId = commandId;
    lastTimestamp = timestamp;
    if (!answer.duplicate) {
      answer.sequence = sequence;
      if (!answer.refused() && remembers) {
        keys.add(contentHash, answer);
      }
    }
    remembers = false;
  }

  private boolean isReadable(DirectBuffer buffer, int offset, int length) {
    if (length < MessageHeaderDecoder.ENCODED_LENGTH || length > content.length) {
      return false;
    }
    header.wrap(buffer, offset);
    return header.schemaId() == PlaceOrderDecoder.SCHEMA_ID
        && header.version() <= PlaceOrderDecoder.SCHEMA_VERSION
        && header.blockLength() == length - MessageHeaderDecoder.ENCODED_LENGTH;
  }

  private void dispatch(
      DirectBuffer buffer, int offset, int length, EventWriter events, Answer answer) {
    int block = header.blockLength();
    switch (header.templateId()) {
      case PlaceOrderDecoder.TEMPLATE_ID -> {
        if (block < PlaceOrderDecoder.BLOCK_LENGTH) {
          answer.refuse(RejectReason.MALFORMED);
          return;
        }
        PlaceOrderDecoder c = placeOrder.wrapAndApplyHeader(buffer, offset, header);
        int key = c.offset() + PlaceOrderDecoder.keyEncodingOffset();
        if (isNew(c.accountId(), key, buffer, offset, length, answer)) {
          trading.place(c, buffer, key, events, answer);
        }
      }
      case CancelOrderDecoder.TEMPLATE_ID -> {
        if (block < CancelOrderDecoder.BLOCK_LENGTH) {
          answer.refuse(RejectReason.MALFORMED);
          return;
        }
        cancel(cancelOrder.wrapAndApplyHeader(buffer, offset, header), events, answer);
      }
      case ReplaceOrderDecoder.TEMPLATE_ID -> {
        if (block < ReplaceOrderDecoder.BLOCK_LENGTH) {
          answer.refuse(RejectReason.MALFORMED);
          return;
        }
        trading.replace(replaceOrder.wrapAndApplyHeader(buffer, offset, header), events, answer);
      }
      case TransferDecoder.TEMPLATE_ID -> {
        if (block < TransferDecoder.BLOCK_LENGTH) {
          answer.refuse(RejectReason.MALFORMED);
          return;
        }
        TransferDecoder c = transfer.wrapAndApplyHeader(buffer, offset, header);
        int key = c.offset() + TransferDecoder.keyEncodingOffset();
        long owner =
            c.kind() == TransferKind.DEPOSIT.ordinal() ? c.toAccountId() : c.fromAccountId();
        if (isNew(owner, key, buffer, offset, length, answer)) {
          transfer(c, events, answer);
        }
      }
      case OpenAccountDecoder.TEMPLATE_ID -> {
        if (block < OpenAccountDecoder.BLOCK_LENGTH) {
          answer.refuse(RejectReason.MALFORMED);
          return;
        }
        OpenAccountDecoder c = openAccount.wrapAndApplyHeader(buffer, offset, header);
        int key = c.offset() + OpenAccountDecoder.keyEncodingOffset();
        openAccount(buffer, key, events, answer);
      }
      case ListAssetDecoder.TEMPLATE_ID -> {
        if (block < ListAssetDecoder.BLOCK_LENGTH) {
          answer.refuse(RejectReason.MALFORMED);
          return;
        }
        listings.list(listAsset.wrapAndApplyHeader(buffer, offset, header), events, answer);
      }
      case ListInstrumentDecoder.TEMPLATE_ID -> {
        if (block < ListInstrumentDecoder.BLOCK_LENGTH) {
          answer.refuse(RejectReason.MALFORMED);
          return;
        }
        listings.list(listInstrument.wrapAndApplyHeader(buffer, offset, header), events, answer);
      }
      default -> answer.refuse(RejectReason.MALFORMED);
    }
  }

  /** False when the key has been seen: then the answer is already given. */
  private boolean isNew(
      long account, int key, DirectBuffer buffer, int offset, int length, Answer answer) {
    // Orders, transfers and accounts have keys of their own: the template keeps them apart.
    keys.probe(account ^ ((long) header.templateId() << 56), buffer, key);
    remembers = !keys.isEmpty();
    if (!remembers) {
      return true;
    }
    buffer.getBytes(offset, content, 0, length);
    contentHash = XxHash64.hash(content, 0, length, 0);
    int entry = keys.find();
    if (entry < 0) {
      return true;
    }
    if (keys.sameContent(entry, contentHash)) {
      keys.answer(entry, answer);
    } else {
      answer.refuse(RejectReason.KEY_REUSED);
    }
    return false;
  }

  private void openAccount(DirectBuffer buffer, int key, EventWriter events, Answer answer) {
    accountKeys.probe(0, buffer, key);
    int opened = accountKeys.isEmpty() ? -1 : accountKeys.find();
    if (opened >= 0) {
      accountKeys.answer(opened, answer);
      return;
    }
    if (ledger.accountCount() == Limits.ACCOUNTS) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.ACCOUNTS, Limits.ACCOUNTS + 1L);
      return;
    }
    ledger.open(answer.commandId);
    events.accountOpened(buffer, key).accountId(answer.commandId);
    if (!accountKeys.isEmpty()) {
      answer.sequence = sequence + events.count();
      accountKeys.add(0, answer);
    }
  }

  private void transfer(TransferDecoder c, EventWriter events, Answer answer) {
    long from = c.fromAccountId();
    long to = c.toAccountId();
    int assetId = c.assetId();
    long amount = c.amount();
    if (c.kind() >= TRANSFER_KINDS.length) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    TransferKind kind = TRANSFER_KINDS[c.kind()];
    boolean world =
        switch (kind) {
          case DEPOSIT -> from == Command.WORLD;
          case WITHDRAWAL -> to == Command.WORLD;
          case TRANSFER -> true;
        };
    if (!world || from == to || !ledger.exists(from) || !ledger.exists(to)) {
      answer.refuse(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    if (!listings.hasAsset(assetId)) {
      answer.refuse(RejectReason.UNKNOWN_ASSET);
      return;
    }
    if (amount <= 0) {
      answer.refuse(RejectReason.INVALID_AMOUNT);
      return;
    }
    if (!ledger.hasRoomFor(2)) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.BALANCES, Limits.BALANCES + 1L);
      return;
    }
    long available =
        kind == TransferKind.DEPOSIT
            ? Limits.SUPPLY + ledger.total(from, assetId) // the world's total is minus what it gave
            : ledger.available(from, assetId);
    if (amount > available) {
      RejectReason reason =
          kind == TransferKind.DEPOSIT
              ? RejectReason.VALUE_TOO_LARGE
              : RejectReason.INSUFFICIENT_FUNDS;
      answer.refuse(reason, available, amount);
      return;
    }
    ledger.move(from, to, assetId, amount);
    events
        .transferred()
        .transferId(answer.commandId)
        .fromAccountId(from)
        .toAccountId(to)
        .amount(amount)
        .assetId(assetId)
        .kind(c.kind());
  }

  private void cancel(CancelOrderDecoder c, EventWriter events, Answer answer) {
    int slot = orders.find(c.orderId());
    if (slot == Orders.NONE || orders.account(slot) != c.accountId()) {
      // Whether it ever existed is for the door to say: the machine forgets what no longer rests.
      answer.refuse(RejectReason.ORDER_NOT_OPEN);
      return;
    }
    answer.id = c.orderId();
    answer.filled = orders.quantity(slot) - orders.remaining(slot);
    answer.turnover = orders.turnover(slot);
    answer.status = OrderStatus.CANCELED;
    trading.cancelResting(slot, CancelReason.REQUESTED, events);
  }

  /** An asset by id. */
  public Asset asset(int assetId) {
    return listings.asset(assetId);
  }
}

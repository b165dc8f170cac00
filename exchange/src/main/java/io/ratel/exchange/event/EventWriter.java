package io.ratel.exchange.event;

import io.ratel.exchange.wire.AccountOpenedEncoder;
import io.ratel.exchange.wire.AssetListedEncoder;
import io.ratel.exchange.wire.BalanceChangedEncoder;
import io.ratel.exchange.wire.BlockEncoder;
import io.ratel.exchange.wire.InstrumentListedEncoder;
import io.ratel.exchange.wire.LevelChangedEncoder;
import io.ratel.exchange.wire.MessageHeaderEncoder;
import io.ratel.exchange.wire.OrderAcceptedEncoder;
import io.ratel.exchange.wire.OrderCanceledEncoder;
import io.ratel.exchange.wire.OrderReplacedEncoder;
import io.ratel.exchange.wire.TradedEncoder;
import io.ratel.exchange.wire.TransferredEncoder;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Collects the events of one command as a block: a {@code Block} header, then the events one after
 * the other. The buffer is used again for each command. Not safe for threads.
 *
 * <p>Each method starts an event whose fields the caller then sets through the encoder returned.
 */
public final class EventWriter {
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(64 * 1024);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final BlockEncoder block = new BlockEncoder();
  private final AssetListedEncoder assetListed = new AssetListedEncoder();
  private final InstrumentListedEncoder instrumentListed = new InstrumentListedEncoder();
  private final AccountOpenedEncoder accountOpened = new AccountOpenedEncoder();
  private final TransferredEncoder transferred = new TransferredEncoder();
  private final OrderAcceptedEncoder orderAccepted = new OrderAcceptedEncoder();
  private final TradedEncoder traded = new TradedEncoder();
  private final OrderCanceledEncoder orderCanceled = new OrderCanceledEncoder();
  private final OrderReplacedEncoder orderReplaced = new OrderReplacedEncoder();
  private final LevelChangedEncoder levelChanged = new LevelChangedEncoder();
  private final BalanceChangedEncoder balanceChanged = new BalanceChangedEncoder();
  private int length;
  private int count;

  /** Begins a block. */
  public void begin(long firstSequence, long timestamp) {
    block
        .wrapAndApplyHeader(buffer, 0, header)
        .firstSequence(firstSequence)
        .timestamp(timestamp)
        .count(0);
    length = MessageHeaderEncoder.ENCODED_LENGTH + BlockEncoder.BLOCK_LENGTH;
    count = 0;
  }

  /** Ends the block and returns how many events it holds. */
  public int end() {
    block.count(count);
    return count;
  }

  /** Events so far. */
  public int count() {
    return count;
  }

  /** The block's bytes, valid until the next {@link #begin}. */
  public DirectBuffer buffer() {
    return buffer;
  }

  /** The block's length in bytes. */
  public int length() {
    return length;
  }

  private int next(int blockLength) {
    int at = length;
    length += MessageHeaderEncoder.ENCODED_LENGTH + blockLength;
    count++;
    return at;
  }

  public AssetListedEncoder assetListed() {
    return assetListed.wrapAndApplyHeader(buffer, next(AssetListedEncoder.BLOCK_LENGTH), header);
  }

  public InstrumentListedEncoder instrumentListed() {
    return instrumentListed.wrapAndApplyHeader(
        buffer, next(InstrumentListedEncoder.BLOCK_LENGTH), header);
  }

  /** The key is copied from the command's bytes. */
  public AccountOpenedEncoder accountOpened(DirectBuffer key, int keyOffset) {
    accountOpened.wrapAndApplyHeader(buffer, next(AccountOpenedEncoder.BLOCK_LENGTH), header);
    int at = accountOpened.offset() + AccountOpenedEncoder.keyEncodingOffset();
    buffer.putBytes(at, key, keyOffset, AccountOpenedEncoder.keyLength());
    return accountOpened;
  }

  public TransferredEncoder transferred() {
    return transferred.wrapAndApplyHeader(buffer, next(TransferredEncoder.BLOCK_LENGTH), header);
  }

  /** The key is copied from the command's bytes. */
  public OrderAcceptedEncoder orderAccepted(DirectBuffer key, int keyOffset) {
    orderAccepted.wrapAndApplyHeader(buffer, next(OrderAcceptedEncoder.BLOCK_LENGTH), header);
    int at = orderAccepted.offset() + OrderAcceptedEncoder.keyEncodingOffset();
    buffer.putBytes(at, key, keyOffset, OrderAcceptedEncoder.keyLength());
    return orderAccepted;
  }

  public TradedEncoder traded() {
    return traded.wrapAndApplyHeader(buffer, next(TradedEncoder.BLOCK_LENGTH), header);
  }

  public OrderCanceledEncoder orderCanceled() {
    return orderCanceled.wrapAndApplyHeader(
        buffer, next(OrderCanceledEncoder.BLOCK_LENGTH), header);
  }

  public OrderReplacedEncoder orderReplaced() {
    return orderReplaced.wrapAndApplyHeader(
        buffer, next(OrderReplacedEncoder.BLOCK_LENGTH), header);
  }

  public LevelChangedEncoder levelChanged() {
    return levelChanged.wrapAndApplyHeader(buffer, next(LevelChangedEncoder.BLOCK_LENGTH), header);
  }

  public BalanceChangedEncoder balanceChanged() {
    return balanceChanged.wrapAndApplyHeader(
        buffer, next(BalanceChangedEncoder.BLOCK_LENGTH), header);
  }
}

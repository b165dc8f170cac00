package io.ratel.exchange.event;

import io.ratel.exchange.wire.AccountConfiguredEncoder;
import io.ratel.exchange.wire.AccountOpenedEncoder;
import io.ratel.exchange.wire.AssetListedEncoder;
import io.ratel.exchange.wire.BalanceChangedEncoder;
import io.ratel.exchange.wire.BlockEncoder;
import io.ratel.exchange.wire.CorporateActionAppliedEncoder;
import io.ratel.exchange.wire.FundedEncoder;
import io.ratel.exchange.wire.InstrumentListedEncoder;
import io.ratel.exchange.wire.KillSwitchSetEncoder;
import io.ratel.exchange.wire.LevelChangedEncoder;
import io.ratel.exchange.wire.LimitsSetEncoder;
import io.ratel.exchange.wire.LiquidatedEncoder;
import io.ratel.exchange.wire.MarginCalledEncoder;
import io.ratel.exchange.wire.MarkedEncoder;
import io.ratel.exchange.wire.MarketTermsChangedEncoder;
import io.ratel.exchange.wire.MessageHeaderEncoder;
import io.ratel.exchange.wire.MovedEncoder;
import io.ratel.exchange.wire.OrderAcceptedEncoder;
import io.ratel.exchange.wire.OrderArmedEncoder;
import io.ratel.exchange.wire.OrderCanceledEncoder;
import io.ratel.exchange.wire.OrderConditionedEncoder;
import io.ratel.exchange.wire.OrderReplacedEncoder;
import io.ratel.exchange.wire.OrderTriggeredEncoder;
import io.ratel.exchange.wire.PositionChangedEncoder;
import io.ratel.exchange.wire.SettledEncoder;
import io.ratel.exchange.wire.SweptEncoder;
import io.ratel.exchange.wire.TradedEncoder;
import io.ratel.exchange.wire.TradingStateChangedEncoder;
import io.ratel.exchange.wire.TransferredEncoder;
import io.ratel.exchange.wire.TriggerMovedEncoder;
import io.ratel.exchange.wire.UnitsMovedEncoder;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.IntArrayList;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Collects the events of one command as a block, or several when they are many: a {@code Block}
 * header, then the events one after the other. The buffer is used again for each command. Not safe
 * for threads.
 *
 * <p>Each method starts an event whose fields the caller then sets through the encoder returned.
 */
public final class EventWriter {
  /** A block begins anew after so many bytes: the log's messages have a bound of two megabytes. */
  private static final int MAX_BLOCK = 1 << 19;

  /** Schema and version, the upper half of a message's header. */
  private static final long HEADER =
      (long) BlockEncoder.SCHEMA_ID << 32 | (long) BlockEncoder.SCHEMA_VERSION << 48;

  /** No event is longer, in bytes. */
  private static final int LARGEST = 1_024;

  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64 * 1024]);
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
  private final OrderConditionedEncoder orderConditioned = new OrderConditionedEncoder();
  private final OrderTriggeredEncoder orderTriggered = new OrderTriggeredEncoder();
  private final TriggerMovedEncoder triggerMoved = new TriggerMovedEncoder();
  private final OrderArmedEncoder orderArmed = new OrderArmedEncoder();
  private final PositionChangedEncoder positionChanged = new PositionChangedEncoder();
  private final MovedEncoder moved = new MovedEncoder();
  private final MarkedEncoder marked = new MarkedEncoder();
  private final TradingStateChangedEncoder tradingStateChanged = new TradingStateChangedEncoder();
  private final MarketTermsChangedEncoder marketTermsChanged = new MarketTermsChangedEncoder();
  private final AccountConfiguredEncoder accountConfigured = new AccountConfiguredEncoder();
  private final LimitsSetEncoder limitsSet = new LimitsSetEncoder();
  private final KillSwitchSetEncoder killSwitchSet = new KillSwitchSetEncoder();
  private final MarginCalledEncoder marginCalled = new MarginCalledEncoder();
  private final LiquidatedEncoder liquidated = new LiquidatedEncoder();
  private final SettledEncoder settled = new SettledEncoder();
  private final FundedEncoder funded = new FundedEncoder();
  private final CorporateActionAppliedEncoder corporateActionApplied =
      new CorporateActionAppliedEncoder();
  private final UnitsMovedEncoder unitsMoved = new UnitsMovedEncoder();
  private final SweptEncoder swept = new SweptEncoder();
  private final IntArrayList ends = new IntArrayList();
  private long first;
  private long time;
  private int begun;
  private int counted;
  private int length;
  private int count;

  /** Begins the events of a command. */
  public void begin(long firstSequence, long timestamp) {
    first = firstSequence;
    time = timestamp;
    length = 0;
    count = 0;
    ends.clear();
    open();
  }

  private void open() {
    begun = length;
    counted = count;
    block
        .wrapAndApplyHeader(buffer, length, header)
        .firstSequence(first + count)
        .timestamp(time)
        .count(0);
    length += MessageHeaderEncoder.ENCODED_LENGTH + BlockEncoder.BLOCK_LENGTH;
  }

  private void close() {
    block.count(count - counted);
    ends.addInt(length);
  }

  /** Ends the events of a command and returns how many there are. */
  public int end() {
    close();
    return count;
  }

  /** Blocks the command took; one unless it caused a lot. */
  public int blocks() {
    return ends.size();
  }

  /** Where the {@code index}-th block begins in the buffer. */
  public int blockOffset(int index) {
    return index == 0 ? 0 : ends.getInt(index - 1);
  }

  /** The length of the {@code index}-th block in bytes. */
  public int blockLength(int index) {
    return ends.getInt(index) - blockOffset(index);
  }

  /** Events so far. */
  public int count() {
    return count;
  }

  /** The blocks' bytes, valid until the next {@link #begin}. */
  public DirectBuffer buffer() {
    return buffer;
  }

  /** The length of all blocks in bytes. */
  public int length() {
    return length;
  }

  /** Writes an event's header and returns where its body begins. */
  private int next(int template, int blockLength) {
    if (length - begun > MAX_BLOCK) {
      close();
      open();
    }
    int at = length;
    length += MessageHeaderEncoder.ENCODED_LENGTH + blockLength;
    if (length > buffer.capacity() - LARGEST) {
      grow();
    }
    count++;
    // The four fields of the header as one word, since events are many and small.
    buffer.putLong(at, HEADER | (long) template << 16 | blockLength, ByteOrder.LITTLE_ENDIAN);
    return at + MessageHeaderEncoder.ENCODED_LENGTH;
  }

  /** Makes room for the largest event, so that none has to ask while it is written. */
  private void grow() {
    buffer.wrap(Arrays.copyOf(buffer.byteArray(), buffer.capacity() * 2));
  }

  public AssetListedEncoder assetListed() {
    return assetListed.wrap(
        buffer, next(AssetListedEncoder.TEMPLATE_ID, AssetListedEncoder.BLOCK_LENGTH));
  }

  public InstrumentListedEncoder instrumentListed() {
    return instrumentListed.wrap(
        buffer, next(InstrumentListedEncoder.TEMPLATE_ID, InstrumentListedEncoder.BLOCK_LENGTH));
  }

  /** The key is copied from the command's bytes. */
  public AccountOpenedEncoder accountOpened(DirectBuffer key, int keyOffset) {
    accountOpened.wrap(
        buffer, next(AccountOpenedEncoder.TEMPLATE_ID, AccountOpenedEncoder.BLOCK_LENGTH));
    int at = accountOpened.offset() + AccountOpenedEncoder.keyEncodingOffset();
    buffer.putBytes(at, key, keyOffset, AccountOpenedEncoder.keyLength());
    return accountOpened;
  }

  public TransferredEncoder transferred() {
    return transferred.wrap(
        buffer, next(TransferredEncoder.TEMPLATE_ID, TransferredEncoder.BLOCK_LENGTH));
  }

  /** The key is copied from the command's bytes. */
  public OrderAcceptedEncoder orderAccepted(DirectBuffer key, int keyOffset) {
    orderAccepted.wrap(
        buffer, next(OrderAcceptedEncoder.TEMPLATE_ID, OrderAcceptedEncoder.BLOCK_LENGTH));
    int at = orderAccepted.offset() + OrderAcceptedEncoder.keyEncodingOffset();
    buffer.putBytes(at, key, keyOffset, OrderAcceptedEncoder.keyLength());
    return orderAccepted;
  }

  /** An order that has no key. */
  public OrderAcceptedEncoder orderAccepted() {
    orderAccepted.wrap(
        buffer, next(OrderAcceptedEncoder.TEMPLATE_ID, OrderAcceptedEncoder.BLOCK_LENGTH));
    int at = orderAccepted.offset() + OrderAcceptedEncoder.keyEncodingOffset();
    buffer.setMemory(at, OrderAcceptedEncoder.keyLength(), (byte) 0);
    return orderAccepted;
  }

  public TradedEncoder traded() {
    return traded.wrap(buffer, next(TradedEncoder.TEMPLATE_ID, TradedEncoder.BLOCK_LENGTH));
  }

  public OrderCanceledEncoder orderCanceled() {
    return orderCanceled.wrap(
        buffer, next(OrderCanceledEncoder.TEMPLATE_ID, OrderCanceledEncoder.BLOCK_LENGTH));
  }

  public OrderReplacedEncoder orderReplaced() {
    return orderReplaced.wrap(
        buffer, next(OrderReplacedEncoder.TEMPLATE_ID, OrderReplacedEncoder.BLOCK_LENGTH));
  }

  public LevelChangedEncoder levelChanged() {
    return levelChanged.wrap(
        buffer, next(LevelChangedEncoder.TEMPLATE_ID, LevelChangedEncoder.BLOCK_LENGTH));
  }

  public BalanceChangedEncoder balanceChanged() {
    return balanceChanged.wrap(
        buffer, next(BalanceChangedEncoder.TEMPLATE_ID, BalanceChangedEncoder.BLOCK_LENGTH));
  }

  public OrderConditionedEncoder orderConditioned() {
    return orderConditioned.wrap(
        buffer, next(OrderConditionedEncoder.TEMPLATE_ID, OrderConditionedEncoder.BLOCK_LENGTH));
  }

  public OrderTriggeredEncoder orderTriggered() {
    return orderTriggered.wrap(
        buffer, next(OrderTriggeredEncoder.TEMPLATE_ID, OrderTriggeredEncoder.BLOCK_LENGTH));
  }

  public TriggerMovedEncoder triggerMoved() {
    return triggerMoved.wrap(
        buffer, next(TriggerMovedEncoder.TEMPLATE_ID, TriggerMovedEncoder.BLOCK_LENGTH));
  }

  public OrderArmedEncoder orderArmed() {
    return orderArmed.wrap(
        buffer, next(OrderArmedEncoder.TEMPLATE_ID, OrderArmedEncoder.BLOCK_LENGTH));
  }

  public PositionChangedEncoder positionChanged() {
    return positionChanged.wrap(
        buffer, next(PositionChangedEncoder.TEMPLATE_ID, PositionChangedEncoder.BLOCK_LENGTH));
  }

  public MovedEncoder moved() {
    return moved.wrap(buffer, next(MovedEncoder.TEMPLATE_ID, MovedEncoder.BLOCK_LENGTH));
  }

  public MarkedEncoder marked() {
    return marked.wrap(buffer, next(MarkedEncoder.TEMPLATE_ID, MarkedEncoder.BLOCK_LENGTH));
  }

  public TradingStateChangedEncoder tradingStateChanged() {
    return tradingStateChanged.wrap(
        buffer,
        next(TradingStateChangedEncoder.TEMPLATE_ID, TradingStateChangedEncoder.BLOCK_LENGTH));
  }

  public MarketTermsChangedEncoder marketTermsChanged() {
    return marketTermsChanged.wrap(
        buffer,
        next(MarketTermsChangedEncoder.TEMPLATE_ID, MarketTermsChangedEncoder.BLOCK_LENGTH));
  }

  public AccountConfiguredEncoder accountConfigured() {
    return accountConfigured.wrap(
        buffer, next(AccountConfiguredEncoder.TEMPLATE_ID, AccountConfiguredEncoder.BLOCK_LENGTH));
  }

  public LimitsSetEncoder limitsSet() {
    return limitsSet.wrap(
        buffer, next(LimitsSetEncoder.TEMPLATE_ID, LimitsSetEncoder.BLOCK_LENGTH));
  }

  public KillSwitchSetEncoder killSwitchSet() {
    return killSwitchSet.wrap(
        buffer, next(KillSwitchSetEncoder.TEMPLATE_ID, KillSwitchSetEncoder.BLOCK_LENGTH));
  }

  public MarginCalledEncoder marginCalled() {
    return marginCalled.wrap(
        buffer, next(MarginCalledEncoder.TEMPLATE_ID, MarginCalledEncoder.BLOCK_LENGTH));
  }

  public LiquidatedEncoder liquidated() {
    return liquidated.wrap(
        buffer, next(LiquidatedEncoder.TEMPLATE_ID, LiquidatedEncoder.BLOCK_LENGTH));
  }

  public SettledEncoder settled() {
    return settled.wrap(buffer, next(SettledEncoder.TEMPLATE_ID, SettledEncoder.BLOCK_LENGTH));
  }

  public FundedEncoder funded() {
    return funded.wrap(buffer, next(FundedEncoder.TEMPLATE_ID, FundedEncoder.BLOCK_LENGTH));
  }

  public CorporateActionAppliedEncoder corporateActionApplied() {
    return corporateActionApplied.wrap(
        buffer,
        next(
            CorporateActionAppliedEncoder.TEMPLATE_ID, CorporateActionAppliedEncoder.BLOCK_LENGTH));
  }

  public UnitsMovedEncoder unitsMoved() {
    return unitsMoved.wrap(
        buffer, next(UnitsMovedEncoder.TEMPLATE_ID, UnitsMovedEncoder.BLOCK_LENGTH));
  }

  public SweptEncoder swept() {
    return swept.wrap(buffer, next(SweptEncoder.TEMPLATE_ID, SweptEncoder.BLOCK_LENGTH));
  }
}

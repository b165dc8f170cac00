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
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.collections.IntArrayList;

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

  private int next(int blockLength) {
    if (length - begun > MAX_BLOCK) {
      close();
      open();
    }
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

  /** An order that has no key. */
  public OrderAcceptedEncoder orderAccepted() {
    orderAccepted.wrapAndApplyHeader(buffer, next(OrderAcceptedEncoder.BLOCK_LENGTH), header);
    int at = orderAccepted.offset() + OrderAcceptedEncoder.keyEncodingOffset();
    buffer.setMemory(at, OrderAcceptedEncoder.keyLength(), (byte) 0);
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

  public OrderConditionedEncoder orderConditioned() {
    return orderConditioned.wrapAndApplyHeader(
        buffer, next(OrderConditionedEncoder.BLOCK_LENGTH), header);
  }

  public OrderTriggeredEncoder orderTriggered() {
    return orderTriggered.wrapAndApplyHeader(
        buffer, next(OrderTriggeredEncoder.BLOCK_LENGTH), header);
  }

  public TriggerMovedEncoder triggerMoved() {
    return triggerMoved.wrapAndApplyHeader(buffer, next(TriggerMovedEncoder.BLOCK_LENGTH), header);
  }

  public OrderArmedEncoder orderArmed() {
    return orderArmed.wrapAndApplyHeader(buffer, next(OrderArmedEncoder.BLOCK_LENGTH), header);
  }

  public PositionChangedEncoder positionChanged() {
    return positionChanged.wrapAndApplyHeader(
        buffer, next(PositionChangedEncoder.BLOCK_LENGTH), header);
  }

  public MovedEncoder moved() {
    return moved.wrapAndApplyHeader(buffer, next(MovedEncoder.BLOCK_LENGTH), header);
  }

  public MarkedEncoder marked() {
    return marked.wrapAndApplyHeader(buffer, next(MarkedEncoder.BLOCK_LENGTH), header);
  }

  public TradingStateChangedEncoder tradingStateChanged() {
    return tradingStateChanged.wrapAndApplyHeader(
        buffer, next(TradingStateChangedEncoder.BLOCK_LENGTH), header);
  }

  public MarketTermsChangedEncoder marketTermsChanged() {
    return marketTermsChanged.wrapAndApplyHeader(
        buffer, next(MarketTermsChangedEncoder.BLOCK_LENGTH), header);
  }

  public AccountConfiguredEncoder accountConfigured() {
    return accountConfigured.wrapAndApplyHeader(
        buffer, next(AccountConfiguredEncoder.BLOCK_LENGTH), header);
  }

  public LimitsSetEncoder limitsSet() {
    return limitsSet.wrapAndApplyHeader(buffer, next(LimitsSetEncoder.BLOCK_LENGTH), header);
  }

  public KillSwitchSetEncoder killSwitchSet() {
    return killSwitchSet.wrapAndApplyHeader(
        buffer, next(KillSwitchSetEncoder.BLOCK_LENGTH), header);
  }

  public MarginCalledEncoder marginCalled() {
    return marginCalled.wrapAndApplyHeader(buffer, next(MarginCalledEncoder.BLOCK_LENGTH), header);
  }

  public LiquidatedEncoder liquidated() {
    return liquidated.wrapAndApplyHeader(buffer, next(LiquidatedEncoder.BLOCK_LENGTH), header);
  }

  public SettledEncoder settled() {
    return settled.wrapAndApplyHeader(buffer, next(SettledEncoder.BLOCK_LENGTH), header);
  }

  public FundedEncoder funded() {
    return funded.wrapAndApplyHeader(buffer, next(FundedEncoder.BLOCK_LENGTH), header);
  }

  public CorporateActionAppliedEncoder corporateActionApplied() {
    return corporateActionApplied.wrapAndApplyHeader(
        buffer, next(CorporateActionAppliedEncoder.BLOCK_LENGTH), header);
  }

  public UnitsMovedEncoder unitsMoved() {
    return unitsMoved.wrapAndApplyHeader(buffer, next(UnitsMovedEncoder.BLOCK_LENGTH), header);
  }

  public SweptEncoder swept() {
    return swept.wrapAndApplyHeader(buffer, next(SweptEncoder.BLOCK_LENGTH), header);
  }
}

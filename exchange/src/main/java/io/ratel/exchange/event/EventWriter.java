package io.ratel.exchange.event;

import io.ratel.exchange.wire.AccountConfiguredEncoder;
import io.ratel.exchange.wire.AccountOpenedEncoder;
import io.ratel.exchange.wire.AssetListedEncoder;
import io.ratel.exchange.wire.CorporateActionAppliedEncoder;
import io.ratel.exchange.wire.FundedEncoder;
import io.ratel.exchange.wire.InstrumentListedEncoder;
import io.ratel.exchange.wire.KillSwitchSetEncoder;
import io.ratel.exchange.wire.LimitsSetEncoder;
import io.ratel.exchange.wire.LiquidatedEncoder;
import io.ratel.exchange.wire.MarginCalledEncoder;
import io.ratel.exchange.wire.MarkedEncoder;
import io.ratel.exchange.wire.MarketTermsChangedEncoder;
import io.ratel.exchange.wire.MovedEncoder;
import io.ratel.exchange.wire.OrderArmedEncoder;
import io.ratel.exchange.wire.OrderConditionedEncoder;
import io.ratel.exchange.wire.OrderTriggeredEncoder;
import io.ratel.exchange.wire.SettledEncoder;
import io.ratel.exchange.wire.SweptEncoder;
import io.ratel.exchange.wire.TradingStateChangedEncoder;
import io.ratel.exchange.wire.TransferredEncoder;
import io.ratel.exchange.wire.TriggerMovedEncoder;
import io.ratel.exchange.wire.UnitsMovedEncoder;
import org.agrona.DirectBuffer;

/**
 * Collects the events of one command as a block, or several when they are many: a {@code Block}
 * header, then the events one after the other. The buffer is used again for each command. Not safe
 * for threads.
 *
 * <p>Each method starts an event whose fields the caller then sets through the encoder returned.
 */
public final class EventWriter extends EventBlocks {
  private final AssetListedEncoder assetListed = new AssetListedEncoder();
  private final InstrumentListedEncoder instrumentListed = new InstrumentListedEncoder();
  private final AccountOpenedEncoder accountOpened = new AccountOpenedEncoder();
  private final TransferredEncoder transferred = new TransferredEncoder();
  private final OrderConditionedEncoder orderConditioned = new OrderConditionedEncoder();
  private final OrderTriggeredEncoder orderTriggered = new OrderTriggeredEncoder();
  private final TriggerMovedEncoder triggerMoved = new TriggerMovedEncoder();
  private final OrderArmedEncoder orderArmed = new OrderArmedEncoder();
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

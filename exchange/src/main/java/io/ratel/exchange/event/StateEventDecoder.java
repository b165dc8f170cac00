package io.ratel.exchange.event;

import io.ratel.exchange.codec.AccountBlocks;
import io.ratel.exchange.codec.MarketBlocks;
import io.ratel.exchange.event.Event.AccountConfigured;
import io.ratel.exchange.event.Event.CorporateActionApplied;
import io.ratel.exchange.event.Event.Funded;
import io.ratel.exchange.event.Event.KillSwitchSet;
import io.ratel.exchange.event.Event.LimitsSet;
import io.ratel.exchange.event.Event.Liquidated;
import io.ratel.exchange.event.Event.MarginCalled;
import io.ratel.exchange.event.Event.Marked;
import io.ratel.exchange.event.Event.MarketTermsChanged;
import io.ratel.exchange.event.Event.Moved;
import io.ratel.exchange.event.Event.OrderArmed;
import io.ratel.exchange.event.Event.OrderConditioned;
import io.ratel.exchange.event.Event.OrderTriggered;
import io.ratel.exchange.event.Event.PositionChanged;
import io.ratel.exchange.event.Event.Settled;
import io.ratel.exchange.event.Event.Swept;
import io.ratel.exchange.event.Event.TradingStateChanged;
import io.ratel.exchange.event.Event.TriggerMoved;
import io.ratel.exchange.event.Event.UnitsMoved;
import io.ratel.exchange.wire.AccountConfiguredDecoder;
import io.ratel.exchange.wire.CorporateActionAppliedDecoder;
import io.ratel.exchange.wire.FundedDecoder;
import io.ratel.exchange.wire.KillSwitchSetDecoder;
import io.ratel.exchange.wire.LimitsSetDecoder;
import io.ratel.exchange.wire.LiquidatedDecoder;
import io.ratel.exchange.wire.MarginCalledDecoder;
import io.ratel.exchange.wire.MarkedDecoder;
import io.ratel.exchange.wire.MarketTermsChangedDecoder;
import io.ratel.exchange.wire.MessageHeaderDecoder;
import io.ratel.exchange.wire.MovedDecoder;
import io.ratel.exchange.wire.OrderArmedDecoder;
import io.ratel.exchange.wire.OrderConditionedDecoder;
import io.ratel.exchange.wire.OrderTriggeredDecoder;
import io.ratel.exchange.wire.PositionChangedDecoder;
import io.ratel.exchange.wire.SettledDecoder;
import io.ratel.exchange.wire.SweptDecoder;
import io.ratel.exchange.wire.TradingStateChangedDecoder;
import io.ratel.exchange.wire.TriggerMovedDecoder;
import io.ratel.exchange.wire.UnitsMovedDecoder;
import io.ratel.model.account.KillScope;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.account.MoveReason;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the events of waiting orders, positions, accounts and markets. Not safe for threads. */
final class StateEventDecoder {
  private static final SelfTradePrevention[] PREVENTIONS = SelfTradePrevention.values();
  private static final PositionEffect[] EFFECTS = PositionEffect.values();
  private static final Algo[] ALGOS = Algo.values();
  private static final OrderStatus[] STATUSES = OrderStatus.values();
  private static final OrderOrigin[] ORIGINS = OrderOrigin.values();
  private static final PositionSide[] POSITION_SIDES = PositionSide.values();
  private static final MoveReason[] MOVE_REASONS = MoveReason.values();
  private static final TradingState[] STATES = TradingState.values();
  private static final KillScope[] SCOPES = KillScope.values();
  private static final LiquidationStep[] STEPS = LiquidationStep.values();

  private final OrderConditionedDecoder orderConditioned = new OrderConditionedDecoder();
  private final OrderTriggeredDecoder orderTriggered = new OrderTriggeredDecoder();
  private final TriggerMovedDecoder triggerMoved = new TriggerMovedDecoder();
  private final OrderArmedDecoder orderArmed = new OrderArmedDecoder();
  private final PositionChangedDecoder positionChanged = new PositionChangedDecoder();
  private final MovedDecoder moved = new MovedDecoder();
  private final MarkedDecoder marked = new MarkedDecoder();
  private final TradingStateChangedDecoder tradingStateChanged = new TradingStateChangedDecoder();
  private final MarketTermsChangedDecoder marketTermsChanged = new MarketTermsChangedDecoder();
  private final AccountConfiguredDecoder accountConfigured = new AccountConfiguredDecoder();
  private final LimitsSetDecoder limitsSet = new LimitsSetDecoder();
  private final KillSwitchSetDecoder killSwitchSet = new KillSwitchSetDecoder();
  private final MarginCalledDecoder marginCalled = new MarginCalledDecoder();
  private final LiquidatedDecoder liquidated = new LiquidatedDecoder();
  private final SettledDecoder settled = new SettledDecoder();
  private final FundedDecoder funded = new FundedDecoder();
  private final CorporateActionAppliedDecoder corporateActionApplied =
      new CorporateActionAppliedDecoder();
  private final UnitsMovedDecoder unitsMoved = new UnitsMovedDecoder();
  private final SweptDecoder swept = new SweptDecoder();

  /** The event, or null when this version does not know its kind. */
  @Nullable Event event(DirectBuffer buffer, int at, int template, MessageHeaderDecoder header) {
    return switch (template) {
      case OrderConditionedDecoder.TEMPLATE_ID -> {
        OrderConditionedDecoder e = orderConditioned.wrapAndApplyHeader(buffer, at, header);
        yield new OrderConditioned(
            e.orderId(),
            e.accountId(),
            e.trigger(),
            e.trail(),
            e.display(),
            e.expiry(),
            e.group(),
            e.parent(),
            e.start(),
            e.end(),
            e.interval(),
            e.participationPpm(),
            e.flags(),
            PREVENTIONS[e.selfTrade()],
            EFFECTS[e.effect()],
            e.algo() == 0 ? Optional.empty() : Optional.of(ALGOS[e.algo() - 1]),
            STATUSES[e.status()],
            ORIGINS[e.origin()]);
      }
      case OrderTriggeredDecoder.TEMPLATE_ID -> {
        OrderTriggeredDecoder e = orderTriggered.wrapAndApplyHeader(buffer, at, header);
        yield new OrderTriggered(e.orderId(), e.accountId(), e.instrumentId(), e.price());
      }
      case TriggerMovedDecoder.TEMPLATE_ID -> {
        TriggerMovedDecoder e = triggerMoved.wrapAndApplyHeader(buffer, at, header);
        yield new TriggerMoved(e.orderId(), e.accountId(), e.trigger());
      }
      case OrderArmedDecoder.TEMPLATE_ID -> {
        OrderArmedDecoder e = orderArmed.wrapAndApplyHeader(buffer, at, header);
        yield new OrderArmed(e.orderId(), e.accountId(), e.quantity());
      }
      case PositionChangedDecoder.TEMPLATE_ID -> {
        PositionChangedDecoder e = positionChanged.wrapAndApplyHeader(buffer, at, header);
        yield new PositionChanged(
            e.accountId(),
            e.instrumentId(),
            POSITION_SIDES[e.side()],
            e.quantity(),
            e.cost(),
            e.realizedPnl(),
            e.margin());
      }
      case MovedDecoder.TEMPLATE_ID -> {
        MovedDecoder e = moved.wrapAndApplyHeader(buffer, at, header);
        yield new Moved(
            e.fromAccountId(),
            e.toAccountId(),
            e.assetId(),
            e.amount(),
            e.instrumentId(),
            MOVE_REASONS[e.reason()]);
      }
      case MarkedDecoder.TEMPLATE_ID -> {
        MarkedDecoder e = marked.wrapAndApplyHeader(buffer, at, header);
        yield new Marked(e.instrumentId(), e.last(), e.low(), e.high(), e.mark(), e.trusted() == 1);
      }
      default -> marketEvent(buffer, at, template, header);
    };
  }

  private @Nullable Event marketEvent(
      DirectBuffer buffer, int at, int template, MessageHeaderDecoder header) {
    return switch (template) {
      case TradingStateChangedDecoder.TEMPLATE_ID -> {
        TradingStateChangedDecoder e = tradingStateChanged.wrapAndApplyHeader(buffer, at, header);
        yield new TradingStateChanged(
            e.instrumentId(), STATES[e.state()], e.auctionPrice(), e.auctionQuantity());
      }
      case MarketTermsChangedDecoder.TEMPLATE_ID -> {
        MarketTermsChangedDecoder e = marketTermsChanged.wrapAndApplyHeader(buffer, at, header);
        yield new MarketTermsChanged(e.instrumentId(), MarketBlocks.decode(e.terms()));
      }
      case SettledDecoder.TEMPLATE_ID -> {
        SettledDecoder e = settled.wrapAndApplyHeader(buffer, at, header);
        yield new Settled(e.instrumentId(), e.price());
      }
      case FundedDecoder.TEMPLATE_ID -> {
        FundedDecoder e = funded.wrapAndApplyHeader(buffer, at, header);
        yield new Funded(e.instrumentId(), e.ratePpm(), e.mark());
      }
      case CorporateActionAppliedDecoder.TEMPLATE_ID -> {
        CorporateActionAppliedDecoder e =
            corporateActionApplied.wrapAndApplyHeader(buffer, at, header);
        yield new CorporateActionApplied(e.instrumentId(), MarketBlocks.decode(e.action()));
      }
      case SweptDecoder.TEMPLATE_ID -> {
        SweptDecoder e = swept.wrapAndApplyHeader(buffer, at, header);
        yield new Swept(e.orders(), e.positions(), e.breaches());
      }
      default -> accountEvent(buffer, at, template, header);
    };
  }

  private @Nullable Event accountEvent(
      DirectBuffer buffer, int at, int template, MessageHeaderDecoder header) {
    return switch (template) {
      case AccountConfiguredDecoder.TEMPLATE_ID -> {
        AccountConfiguredDecoder e = accountConfigured.wrapAndApplyHeader(buffer, at, header);
        yield new AccountConfigured(e.accountId(), AccountBlocks.decode(e.config()));
      }
      case LimitsSetDecoder.TEMPLATE_ID -> {
        LimitsSetDecoder e = limitsSet.wrapAndApplyHeader(buffer, at, header);
        yield new LimitsSet(e.accountId(), AccountBlocks.decode(e.limits()));
      }
      case KillSwitchSetDecoder.TEMPLATE_ID -> {
        KillSwitchSetDecoder e = killSwitchSet.wrapAndApplyHeader(buffer, at, header);
        yield new KillSwitchSet(SCOPES[e.scope()], e.id(), e.engaged() == 1);
      }
      case MarginCalledDecoder.TEMPLATE_ID -> {
        MarginCalledDecoder e = marginCalled.wrapAndApplyHeader(buffer, at, header);
        yield new MarginCalled(
            e.accountId(),
            e.assetId(),
            e.instrumentId(),
            e.equity(),
            e.initialMargin(),
            e.maintenanceMargin());
      }
      case LiquidatedDecoder.TEMPLATE_ID -> {
        LiquidatedDecoder e = liquidated.wrapAndApplyHeader(buffer, at, header);
        yield new Liquidated(
            e.accountId(),
            e.instrumentId(),
            STEPS[e.step()],
            e.equity(),
            e.maintenanceMargin(),
            e.quantity(),
            e.price(),
            e.orderId());
      }
      case UnitsMovedDecoder.TEMPLATE_ID -> {
        UnitsMovedDecoder e = unitsMoved.wrapAndApplyHeader(buffer, at, header);
        yield new UnitsMoved(
            e.poolAccountId(),
            e.memberAccountId(),
            e.assetId(),
            e.amount(),
            e.units(),
            e.totalUnits());
      }
      default -> null;
    };
  }
}

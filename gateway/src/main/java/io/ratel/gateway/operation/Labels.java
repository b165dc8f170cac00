package io.ratel.gateway.operation;

import io.ratel.exchange.view.AccountEvent;
import io.ratel.marketdata.adjustment.Adjustment;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.KillScope;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.CorporateActionKind;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.market.Interval;
import io.ratel.model.order.Algo;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.security.audit.Outcome;
import io.ratel.security.rate.Holder;
import io.ratel.security.rate.Tier;
import java.util.ArrayList;
import java.util.List;

/** The names by which clients know the values of an enum. */
public final class Labels {
  /** An enum of the gateway's own that has such names. */
  public interface Named {
    /** The name a client sees. */
    String label();
  }

  private Labels() {}

  public static String of(Enum<?> value) {
    return switch (value) {
      case Side side -> side.label();
      case OrderType type -> type.label();
      case OrderStatus status -> status.label();
      case InstrumentKind kind -> kind.label();
      case Interval interval -> interval.label();
      case SelfTradePrevention prevention -> prevention.label();
      case PositionEffect effect -> effect.label();
      case PositionSide side -> side.label();
      case Algo algo -> algo.label();
      case OrderOrigin origin -> origin.label();
      case CancelReason reason -> reason.label();
      case TradingState state -> state.label();
      case CorporateActionKind kind -> kind.label();
      case MarginMode mode -> mode.label();
      case MarginModel model -> model.label();
      case PositionMode mode -> mode.label();
      case CostMethod method -> method.label();
      case KillScope scope -> scope.label();
      case LiquidationStep step -> step.label();
      case AccountEvent.Kind kind -> kind.label();
      case Tier tier -> tier.label();
      case Holder holder -> holder.label();
      case Outcome outcome -> outcome.label();
      case SeriesKind kind -> kind.label();
      case Adjustment adjustment -> adjustment.label();
      case Named named -> named.label();
      default -> value.name();
    };
  }

  /** All values of an enum, in its order. */
  public static List<String> all(Class<?> type) {
    List<String> labels = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      labels.add(of((Enum<?>) constant));
    }
    return labels;
  }
}

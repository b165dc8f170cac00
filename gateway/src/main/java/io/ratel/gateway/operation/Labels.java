package io.ratel.gateway.operation;

import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.market.Interval;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;

/** The names by which clients know the values of an enum. */
public final class Labels {
  private Labels() {}

  public static String of(Enum<?> value) {
    return switch (value) {
      case Side side -> side.label();
      case OrderType type -> type.label();
      case OrderStatus status -> status.label();
      case InstrumentKind kind -> kind.label();
      case Interval interval -> interval.label();
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

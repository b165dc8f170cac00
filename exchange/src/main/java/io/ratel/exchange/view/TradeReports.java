package io.ratel.exchange.view;

import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** An account's fills with all that a book-keeper asks. Safe for any thread; calls may block. */
public interface TradeReports {
  /** Which fills: of {@code [from, to)}. */
  record Query(long accountId, Instant from, Instant to) {}

  /**
   * One fill, in exact decimals.
   *
   * @param effect whether it opened or closed; only an account that hedges says so
   * @param notional price × quantity × multiplier, in the settlement asset
   * @param fee negative when it was received
   */
  record ReportedFill(
      long tradeId,
      Instant time,
      long accountId,
      String symbol,
      InstrumentKind kind,
      Side side,
      Optional<PositionEffect> effect,
      long orderId,
      String clientOrderId,
      OrderType orderType,
      BigDecimal price,
      BigDecimal quantity,
      BigDecimal notional,
      BigDecimal multiplier,
      BigDecimal fee,
      String feeAsset,
      boolean maker,
      String settlementAsset) {}

  /** Whether there are more than so many. */
  boolean isLongerThan(Query query, int fills);

  /** Hands over all, oldest first, a few at a time. */
  void forEach(Query query, Consumer<ReportedFill> handler);
}

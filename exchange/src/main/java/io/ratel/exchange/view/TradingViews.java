package io.ratel.exchange.view;

import io.ratel.exchange.position.Position;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders, fills and balances as the projection has them. Safe for any thread; calls may block. */
public interface TradingViews {
  /** One side of a trade. {@code id} is the trade's; {@code maker} tells which side this was. */
  record FillView(
      long id,
      long orderId,
      long accountId,
      Instrument instrument,
      Side side,
      long price,
      long quantity,
      long fee,
      boolean maker,
      Instant time) {}

  /** Amounts in the asset's minor units. */
  record BalanceView(long accountId, io.ratel.model.money.Asset asset, long total, long held) {}

  /**
   * What an account has bought and sold of an instrument and not closed.
   *
   * @param margin held for it and its open orders, in minor units of the quote asset
   * @param sequence of the event that changed it last
   */
  record PositionView(
      long accountId,
      Instrument instrument,
      PositionSide side,
      Position position,
      long margin,
      long sequence) {}

  /** A page of a list and where the next begins; {@code next} is empty at the end. */
  record Page<T>(List<T> items, Optional<Long> next) {}

  /** Which orders: of any status when {@code live} is empty; newest first, below {@code before}. */
  record OrderQuery(
      long accountId,
      Optional<Boolean> live,
      Optional<OrderStatus> status,
      Optional<String> symbol,
      Optional<Long> before,
      int limit) {}

  /** The last event that is visible here. */
  long sequence();

  /**
   * Waits until an event is visible, at most {@code timeoutMs}, and makes the projection hurry.
   *
   * @return whether it is
   */
  boolean await(long sequence, long timeoutMs);

  Optional<OrderView> order(long accountId, long orderId);

  Page<OrderView> orders(OrderQuery query);

  /** Newest first, ids below {@code before}. */
  Page<FillView> fills(
      long accountId,
      Optional<String> symbol,
      Optional<Long> orderId,
      Optional<Long> before,
      int limit);

  List<BalanceView> balances(long accountId);

  /** Of every instrument the account has traded, by symbol; closed ones too. */
  List<PositionView> positions(long accountId);

  /** All instruments the exchange lists, by id. */
  List<Instrument> instruments();
}

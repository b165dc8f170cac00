package io.ratel.gateway.wire;

import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.instrument.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account has bought and sold of an instrument and not closed, at average cost and without
 * fees.
 *
 * @param quantity negative when more was sold than bought
 * @param averagePrice null when nothing is open
 * @param markPrice the middle of the quote, else the last trade's price; null while unknown
 * @param unrealizedPnl what closing at the mark would earn; null while the mark is unknown
 */
public record WirePosition(
    String accountId,
    String symbol,
    Decimal quantity,
    @Nullable Decimal averagePrice,
    @Nullable Decimal markPrice,
    @Nullable Decimal unrealizedPnl,
    Decimal realizedPnl) {
  public static WirePosition of(PositionView view, Optional<BigDecimal> mark) {
    Instrument instrument = view.instrument();
    Position position = view.position();
    BigDecimal lot = BigDecimal.valueOf(instrument.lot().units(), instrument.lot().scale());
    BigDecimal quantity = BigDecimal.valueOf(position.quantity()).multiply(lot);
    BigDecimal cost = BigDecimal.valueOf(position.cost(), instrument.quote().scale());
    int ticks = instrument.tick().scale();
    return new WirePosition(
        Long.toString(view.accountId()),
        instrument.symbol().text(),
        new Decimal(instrument.lot().format(position.quantity())),
        position.quantity() == 0
            ? null
            : Decimal.of(
                cost.divide(quantity, ticks + WireOrder.EXTRA_DECIMALS, RoundingMode.HALF_EVEN),
                ticks),
        mark.map(price -> Decimal.of(price, ticks)).orElse(null),
        mark.map(price -> pnl(quantity.multiply(price).subtract(cost), instrument)).orElse(null),
        new Decimal(instrument.quote().format(position.realizedPnl())));
  }

  private static Decimal pnl(BigDecimal exact, Instrument instrument) {
    return new Decimal(
        exact.setScale(instrument.quote().scale(), RoundingMode.HALF_EVEN).toPlainString());
  }
}

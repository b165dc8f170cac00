package io.ratel.gateway.wire;

import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account has bought and sold of an instrument and not closed, without fees.
 *
 * @param side net, or long and short apart in a hedging account
 * @param quantity negative when more was sold than bought
 * @param averagePrice null when nothing is open
 * @param markPrice the exchange's mark, else the middle of the quote, else the last trade's price;
 *     null while unknown
 * @param unrealizedPnl what closing at the mark would earn; null while the mark is unknown
 * @param margin held for it and its open orders; zero when bought in full
 */
public record WirePosition(
    String accountId,
    String symbol,
    PositionSide side,
    Decimal quantity,
    @Nullable Decimal averagePrice,
    @Nullable Decimal markPrice,
    @Nullable Decimal unrealizedPnl,
    Decimal realizedPnl,
    Decimal margin) {
  public static WirePosition of(PositionView view, Optional<BigDecimal> mark) {
    Instrument instrument = view.instrument();
    Position position = view.position();
    BigDecimal size =
        BigDecimal.valueOf(position.quantity())
            .multiply(decimal(instrument.lot()))
            .multiply(decimal(instrument.multiplier()));
    BigDecimal cost = BigDecimal.valueOf(position.cost(), instrument.quote().scale());
    int ticks = instrument.tick().scale();
    return new WirePosition(
        Long.toString(view.accountId()),
        instrument.symbol().text(),
        view.side(),
        new Decimal(instrument.lot().format(position.quantity())),
        position.quantity() == 0
            ? null
            : Decimal.of(
                cost.divide(size, ticks + WireOrder.EXTRA_DECIMALS, RoundingMode.HALF_EVEN), ticks),
        mark.map(price -> Decimal.of(price, ticks)).orElse(null),
        mark.map(price -> pnl(size.multiply(price).subtract(cost), instrument)).orElse(null),
        new Decimal(instrument.quote().format(position.realizedPnl())),
        new Decimal(instrument.quote().format(view.margin())));
  }

  private static BigDecimal decimal(Step step) {
    return BigDecimal.valueOf(step.units(), step.scale());
  }

  private static Decimal pnl(BigDecimal exact, Instrument instrument) {
    return new Decimal(
        exact.setScale(instrument.quote().scale(), RoundingMode.HALF_EVEN).toPlainString());
  }
}

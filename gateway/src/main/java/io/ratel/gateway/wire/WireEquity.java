package io.ratel.gateway.wire;

import io.ratel.exchange.view.EquityHistory.Point;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.money.Asset;
import java.time.Instant;

/**
 * What an account was worth; {@code equity - netDeposits} is what trading and prices have earned.
 *
 * @param netDeposits what came in less what went out, each at the prices of its time
 */
public record WireEquity(Instant time, Decimal equity, Decimal netDeposits) {
  public static WireEquity of(Point point, Asset unit) {
    return new WireEquity(
        Times.instant(point.timeNs()),
        new Decimal(unit.format(point.equity())),
        new Decimal(unit.format(point.netDeposits())));
  }
}

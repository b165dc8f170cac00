package io.ratel.gateway.report;

import io.ratel.exchange.view.TradeReports.ReportedFill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A column of the trade report.
 *
 * @param name as JSON has it
 * @param width in characters, where a form has widths
 * @param value a text, a number or a time
 */
record Column(String name, int width, Function<ReportedFill, Object> value) {
  static final String SIDE = "side";
  static final String NOTIONAL = "notional";
  static final String FEE = "fee";
  static final String FEE_ASSET = "feeAsset";
  static final String SETTLEMENT_ASSET = "settlementAsset";

  static final List<Column> ALL =
      List.of(
          text("tradeId", 12, fill -> Long.toString(fill.tradeId())),
          new Column("time", 24, ReportedFill::time),
          text("accountId", 12, fill -> Long.toString(fill.accountId())),
          text("symbol", 16, ReportedFill::symbol),
          text("kind", 12, fill -> fill.kind().label()),
          text(SIDE, 6, fill -> fill.side().label()),
          text("positionEffect", 10, fill -> fill.effect().map(e -> e.label()).orElse("")),
          text("orderId", 18, fill -> Long.toString(fill.orderId())),
          text("clientOrderId", 20, ReportedFill::clientOrderId),
          text("orderType", 14, fill -> fill.orderType().label()),
          number("price", ReportedFill::price),
          number("quantity", ReportedFill::quantity),
          number(NOTIONAL, ReportedFill::notional),
          number("multiplier", ReportedFill::multiplier),
          number(FEE, ReportedFill::fee),
          text(FEE_ASSET, 10, ReportedFill::feeAsset),
          text("liquidity", 10, fill -> fill.maker() ? "maker" : "taker"),
          text(SETTLEMENT_ASSET, 10, ReportedFill::settlementAsset));

  private static Column text(String name, int width, Function<ReportedFill, String> value) {
    return new Column(name, width, value::apply);
  }

  private static Column number(String name, Function<ReportedFill, BigDecimal> value) {
    return new Column(name, 16, value::apply);
  }

  /** The place of a column, from 0. */
  static int at(String name) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the trade report has no column " + name);
  }

  /** A number without needless zeros. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A value as text, exact. */
  static String plain(Object value) {
    return switch (value) {
      case BigDecimal number -> plain(number);
      case Instant time -> time.toString();
      default -> value.toString();
    };
  }
}

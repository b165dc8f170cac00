package io.ratel.adapters.questdb;

import io.questdb.cairo.sql.Record;
import io.questdb.std.Decimal128;
import io.ratel.adapters.questdb.QuestSession.RowReader;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.math.BigDecimal;

/** Rows as the records of one market. For one query, which one thread reads. */
final class QuestRows {
  /** The venue of our own exchange's trades. */
  static final String OWN_VENUE = "RATEL";

  private final Market market;
  private final Decimal128 scratch = new Decimal128();

  QuestRows(Market market) {
    this.market = market;
  }

  static String venue(Symbol symbol) {
    return symbol.venue().isEmpty() ? OWN_VENUE : symbol.venue();
  }

  static String text(Record row, int column) {
    return String.valueOf(row.getVarcharA(column));
  }

  /** For the columns time, id, price, quantity, side, received. */
  RowReader<Trade> trades() {
    return row -> {
      BigDecimal price = decimal(row, 2);
      BigDecimal quantity = decimal(row, 3);
      return QuestDecimals.fit(
          market,
          quantity,
          fitting ->
              new Trade(
                  fitting,
                  text(row, 1),
                  QuestDecimals.units(price, fitting.priceScale()),
                  QuestDecimals.units(quantity, fitting.quantityScale()),
                  Side.BUY.label().contentEquals(row.getSymA(4)) ? Side.BUY : Side.SELL,
                  row.getTimestamp(0),
                  row.getTimestamp(5)),
          price);
    };
  }

  /** For the columns time, open, high, low, close, volume, trades. */
  RowReader<Bar> bars(Interval interval) {
    return row -> {
      BigDecimal open = decimal(row, 1);
      BigDecimal high = decimal(row, 2);
      BigDecimal low = decimal(row, 3);
      BigDecimal close = decimal(row, 4);
      BigDecimal volume = decimal(row, 5);
      return QuestDecimals.fit(
          market,
          volume,
          fitting ->
              new Bar(
                  fitting,
                  interval,
                  row.getTimestamp(0),
                  QuestDecimals.units(open, fitting.priceScale()),
                  QuestDecimals.units(high, fitting.priceScale()),
                  QuestDecimals.units(low, fitting.priceScale()),
                  QuestDecimals.units(close, fitting.priceScale()),
                  QuestDecimals.units(volume, fitting.quantityScale()),
                  row.getLong(6)),
          open,
          high,
          low,
          close);
    };
  }

  private BigDecimal decimal(Record row, int column) {
    return QuestDecimals.get(row, column, scratch);
  }
}

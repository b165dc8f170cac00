package io.ratel.adapters.questdb;

import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.Record;
import io.questdb.std.Decimal128;
import io.ratel.model.market.Market;
import io.ratel.model.money.FixedPoint;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Fixed-point numbers to and from DECIMAL(38,18): every {@code long} of every scale fits. */
final class QuestDecimals {
  private QuestDecimals() {}

  static void put(TableWriter.Row row, int column, long value, int scale) {
    long factor = FixedPoint.powerOfTen(QuestTables.SCALE - scale);
    row.putDecimal128(column, Math.multiplyHigh(value, factor), value * factor);
  }

  static BigDecimal get(Record row, int column, Decimal128 scratch) {
    row.getDecimal128(column, scratch);
    long high = scratch.getHigh();
    long low = scratch.getLow();
    BigInteger units =
        BigInteger.valueOf(high)
            .shiftLeft(Long.SIZE)
            .add(new BigInteger(Long.toUnsignedString(low)));
    return new BigDecimal(units, QuestTables.SCALE);
  }

  /**
   * @throws ArithmeticException when the value is not a {@code long} of that scale
   */
  static long units(BigDecimal value, int scale) {
    return value.setScale(scale).unscaledValue().longValueExact();
  }

  /** Makes something of a market's numbers. */
  @FunctionalInterface
  interface Maker<T> {
    T make(Market market);
  }

  /**
   * Makes a row in the decimals of its market, or, when it is too large for those, in the fewest
   * that hold it: those it was written with were enough.
   */
  static <T> T fit(Market market, BigDecimal quantity, Maker<T> maker, BigDecimal... prices) {
    try {
      return maker.make(market);
    } catch (ArithmeticException e) {
      int priceScale = 0;
      for (BigDecimal price : prices) {
        priceScale = Math.max(priceScale, price.stripTrailingZeros().scale());
      }
      int quantityScale = Math.max(0, quantity.stripTrailingZeros().scale());
      return maker.make(new Market(market.symbol(), priceScale, quantityScale));
    }
  }
}

package io.ratel.marketdata.pipeline;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields by name, in order.
 *
 * @param timeNs the moment it is about, nanoseconds since 1970 UTC; also the field {@value #TIME},
 *     in seconds
 */
public record Row(long timeNs, Map<String, Value> fields) {
  public static final String TIME = "time";
  public static final String SYMBOL = "symbol";

  /** Takes the map over. */
  static Row of(long timeNs, Map<String, Value> fields) {
    fields.put(TIME, Value.of(BigDecimal.valueOf(timeNs, 9)));
    return new Row(timeNs, fields);
  }

  /** A row of the same moment with these fields besides, or in place of its own. */
  Row with(Map<String, Value> more) {
    Map<String, Value> all = new LinkedHashMap<>(fields);
    all.putAll(more);
    return new Row(timeNs, all);
  }

  /**
   * @throws RefusedRowException when there is none of this name
   */
  Value get(String name) {
    Value value = fields.get(name);
    if (value == null) {
      throw new RefusedRowException(name + " is missing");
    }
    return value;
  }

  /**
   * @throws RefusedRowException when it is no number
   */
  BigDecimal decimal(String name) {
    if (get(name) instanceof Value.Decimal(BigDecimal number)) {
      return number;
    }
    throw new RefusedRowException(name + " must be a number, was '" + get(name).text() + "'");
  }
}

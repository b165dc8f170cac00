package io.ratel.gateway.topic;

import io.ratel.gateway.operation.Decimal;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BookDifferenceTest {
  private static final Market MARKET = new Market(Symbol.of("BTC-USD"), 2, 4);

  /** Index is the price, value the quantity; 0 is no level. */
  @Property
  boolean turnsOneBookIntoTheOther(
      @ForAll @Size(20) List<@IntRange(max = 3) Integer> before,
      @ForAll @Size(20) List<@IntRange(max = 3) Integer> after) {
    Map<BigDecimal, BigDecimal> book = new TreeMap<>();
    apply(book, BookTopic.difference(MARKET, List.of(), levels(before)));
    List<List<Decimal>> difference = BookTopic.difference(MARKET, levels(before), levels(after));
    apply(book, difference);

    Map<BigDecimal, BigDecimal> expected = new TreeMap<>();
    apply(expected, BookTopic.difference(MARKET, List.of(), levels(after)));
    long changed = 0;
    for (int i = 0; i < 20; i++) {
      changed += before.get(i).equals(after.get(i)) ? 0 : 1;
    }
    return book.equals(expected) && difference.size() == changed;
  }

  private static List<Level> levels(List<Integer> quantities) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      if (quantities.get(i) > 0) {
        levels.add(new Level(i, quantities.get(i)));
      }
    }
    return levels;
  }

  private static void apply(Map<BigDecimal, BigDecimal> book, List<List<Decimal>> difference) {
    for (List<Decimal> level : difference) {
      BigDecimal quantity = new BigDecimal(level.get(1).text());
      if (quantity.signum() == 0) {
        book.remove(new BigDecimal(level.get(0).text()));
      } else {
        book.put(new BigDecimal(level.get(0).text()), quantity);
      }
    }
  }
}

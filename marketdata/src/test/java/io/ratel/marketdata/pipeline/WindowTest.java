package io.ratel.marketdata.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class WindowTest {
  private static final long MS = 1_000_000;
  private static final Set<String> FIELDS = Set.of("symbol", "price", "quantity");
  private static final Map<String, Fold.Of> FOLDS = folds();

  private final List<Row> made = new ArrayList<>();

  private static Map<String, Fold.Of> folds() {
    Map<String, Fold.Of> folds = new LinkedHashMap<>();
    folds.put("n", Fold.Of.read("count()", FIELDS));
    folds.put("sum", Fold.Of.read("sum( quantity )", FIELDS));
    folds.put("least", Fold.Of.read("min(price)", FIELDS));
    folds.put("most", Fold.Of.read("max(price)", FIELDS));
    folds.put("mean", Fold.Of.read("mean(price)", FIELDS));
    folds.put("first", Fold.Of.read("first(price)", FIELDS));
    folds.put("last", Fold.Of.read("last(price)", FIELDS));
    return folds;
  }

  private static Window window(int size, int every, int patience) {
    return new Window(
        new Window.Shape(
            Duration.ofMillis(size),
            Duration.ofMillis(every),
            Duration.ofMillis(patience),
            List.of("symbol"),
            FOLDS));
  }

  private static Row row(long ms, String symbol, int price, int quantity) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("symbol", Value.of(symbol));
    fields.put("price", Value.of(BigDecimal.valueOf(price)));
    fields.put("quantity", Value.of(BigDecimal.valueOf(quantity)));
    return Row.of(ms * MS, fields);
  }

  /** Rows within the patience: every span has all of its rows, whatever their order. */
  @Property(tries = 200)
  void spansHoldTheirRowsHoweverTheyAreMixedWithinThePatience(
      @ForAll @IntRange(min = 1, max = 150) int count,
      @ForAll @IntRange(min = 1, max = 5) int spans,
      @ForAll @LongRange(min = 0, max = 100_000) long seed) {
    Random random = new Random(seed);
    int every = 1 + random.nextInt(50);
    int patience = random.nextInt(80);
    Window window = window(every * spans, every, patience);
    List<Row> rows = new ArrayList<>();
    List<Row> told = new ArrayList<>();
    long newest = 10_000;
    for (int i = 0; i < count; i++) {
      newest += random.nextInt(30);
      long ms = newest - random.nextInt(patience + 1);
      Row row = row(ms, random.nextBoolean() ? "A" : "B", random.nextInt(9), random.nextInt(9));
      rows.add(row);
      window.take(row, told::add);
    }
    window.end(told::add);
    assertThat(window.late()).isZero();
    assertThat(told).containsExactlyInAnyOrderElementsOf(naive(rows, every * spans, every));
    assertThat(told.stream().map(Row::timeNs).toList()).isSorted();
  }

  private static List<Row> naive(List<Row> rows, long sizeMs, long everyMs) {
    Map<Long, Map<String, List<Row>>> spans = new TreeMap<>();
    for (Row row : rows) {
      long ms = row.timeNs() / MS;
      for (long start = 0; start <= ms; start += everyMs) {
        if (ms < start + sizeMs) {
          spans
              .computeIfAbsent(start, _ -> new TreeMap<>())
              .computeIfAbsent(row.get("symbol").text(), _ -> new ArrayList<>())
              .add(row);
        }
      }
    }
    List<Row> made = new ArrayList<>();
    spans.forEach((start, groups) -> groups.forEach((s, in) -> made.add(folded(start, s, in))));
    return made;
  }

  private static Row folded(long start, String symbol, List<Row> rows) {
    Row first = rows.getFirst();
    Row last = rows.getFirst();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal prices = BigDecimal.ZERO;
    BigDecimal least = first.decimal("price");
    BigDecimal most = least;
    for (Row row : rows) {
      first = row.timeNs() < first.timeNs() ? row : first;
      last = row.timeNs() >= last.timeNs() ? row : last;
      sum = sum.add(row.decimal("quantity"));
      prices = prices.add(row.decimal("price"));
      least = least.min(row.decimal("price"));
      most = most.max(row.decimal("price"));
    }
    BigDecimal count = BigDecimal.valueOf(rows.size());
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("symbol", Value.of(symbol));
    fields.put("n", Value.of(count));
    fields.put("sum", Value.of(sum));
    fields.put("least", Value.of(least));
    fields.put("most", Value.of(most));
    fields.put("mean", Value.of(prices.divide(count, java.math.MathContext.DECIMAL128)));
    fields.put("first", first.get("price"));
    fields.put("last", last.get("price"));
    return Row.of(start * MS, fields);
  }

  @Test
  void aRowForASpanThatIsOverIsLateAndCounted() {
    Window window = window(100, 100, 50);
    window.take(row(1_010, "A", 1, 1), made::add);
    window.take(row(1_149, "A", 1, 1), made::add);
    assertThat(made).isEmpty();
    window.take(row(1_150, "A", 1, 1), made::add);
    assertThat(made).extracting(Row::timeNs).containsExactly(1_000 * MS);
    window.take(row(1_099, "A", 1, 1), made::add);
    assertThat(window.late()).isEqualTo(1);
    assertThat(made).hasSize(1);
  }

  @Test
  void silenceEndsASpan() {
    Window window = window(100, 100, 50);
    window.take(row(1_010, "A", 3, 2), made::add);
    window.silent(149 * MS, made::add);
    assertThat(made).isEmpty();
    window.silent(150 * MS, made::add);
    assertThat(made).singleElement().satisfies(r -> assertThat(r.get("sum").text()).isEqualTo("2"));
  }

  @Test
  void aRowWithoutItsNumberIsRefusedAndChangesNothing() {
    Window window = window(100, 100, 0);
    Row bad = Row.of(MS, new LinkedHashMap<>(Map.of("symbol", Value.of("A"))));
    assertThatThrownBy(() -> window.take(bad, made::add))
        .isInstanceOf(RefusedRowException.class)
        .hasMessage("quantity is missing");
    window.end(made::add);
    assertThat(made).isEmpty();
  }

  @Test
  void groupsAreBounded() {
    Window window = window(100, 100, 0);
    for (int i = 0; i < Window.MAX_OPEN; i++) {
      window.take(row(1, "S" + i, 1, 1), made::add);
    }
    assertThatThrownBy(() -> window.take(row(1, "ONE-MORE", 1, 1), made::add))
        .isInstanceOf(RefusedRowException.class)
        .hasMessageContaining("at most 10000 groups");
  }

  @Test
  void aFoldSaysWhatItCannotBe() {
    assertThatThrownBy(() -> Fold.Of.read("median(price)", FIELDS))
        .hasMessageContaining("must be count(), sum(FIELD)")
        .hasMessageContaining("median(price)");
    assertThatThrownBy(() -> Fold.Of.read("sum()", FIELDS)).hasMessageContaining("are of one");
    assertThatThrownBy(() -> Fold.Of.read("sum(size)", FIELDS))
        .hasMessageContaining("must be of a field that is there");
    assertThatThrownBy(() -> window(100, 200, 0)).hasMessageContaining("every must be");
  }
}

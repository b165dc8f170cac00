package io.ratel.marketdata.pipeline;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Gathers the rows of spans of event time, those of equal fields together, and gives on one row for
 * each: the fields it was gathered by, what was folded, and the beginning of the span as its time.
 * A span is over when a row has come that is its end and the patience younger, or when nothing has
 * come for so long; a row that comes for a span that is over is late and counted.
 */
public final class Window implements Step {
  /** Spans and groups that are open at once. */
  static final int MAX_OPEN = 10_000;

  private static final int MAX_SPANS = 100;

  /**
   * How it gathers.
   *
   * @param size of a span
   * @param every how often one begins; as long as a span where each row belongs to one
   * @param patience how much later than younger ones a row may come
   * @param by the fields that rows of one group share
   * @param folds what is computed, by name
   */
  public record Shape(
      Duration size,
      Duration every,
      Duration patience,
      List<String> by,
      Map<String, Fold.Of> folds) {
    public Shape {
      if (size.toMillis() < 1 || size.toDays() > 31) {
        throw new IllegalArgumentException("size must be 1 ms to 31 days, was " + size);
      }
      if (every.toMillis() < 1 || every.compareTo(size) > 0 || size.dividedBy(every) > MAX_SPANS) {
        throw new IllegalArgumentException(
            "every must be the size to a hundredth of it, was %s of %s".formatted(every, size));
      }
      if (patience.isNegative() || patience.toDays() > 1) {
        throw new IllegalArgumentException("patience must be 0 to a day, was " + patience);
      }
      if (folds.isEmpty()) {
        throw new IllegalArgumentException("take must name at least one number");
      }
      by = List.copyOf(by);
      folds = new LinkedHashMap<>(folds);
    }
  }

  private final Shape shape;
  private final long sizeNs;
  private final long everyNs;
  private final long patienceNs;
  private final TreeMap<Long, Map<List<Value>, List<Fold.Total>>> open = new TreeMap<>();
  private int groups;
  private long newestNs = Long.MIN_VALUE;
  private long overNs = Long.MIN_VALUE;
  private long late;

  public Window(Shape shape) {
    this.shape = shape;
    this.sizeNs = shape.size().toNanos();
    this.everyNs = shape.every().toNanos();
    this.patienceNs = shape.patience().toNanos();
  }

  @Override
  public void take(Row row, Consumer<Row> next) {
    List<Value> group = shape.by().stream().map(row::get).toList();
    List<BigDecimal> numbers = shape.folds().values().stream().map(of -> of.in(row)).toList();
    boolean counted = false;
    for (long start = Math.floorDiv(row.timeNs(), everyNs) * everyNs;
        start > row.timeNs() - sizeNs;
        start -= everyNs) {
      if (start + sizeNs > overNs) {
        add(start, group, numbers, row.timeNs());
        counted = true;
      }
    }
    if (!counted) {
      late++;
      return;
    }
    newestNs = Math.max(newestNs, row.timeNs());
    close(newestNs - patienceNs, next);
  }

  private void add(long start, List<Value> group, List<BigDecimal> numbers, long timeNs) {
    Map<List<Value>, List<Fold.Total>> span =
        open.computeIfAbsent(start, _ -> new LinkedHashMap<>());
    List<Fold.Total> totals = span.get(group);
    if (totals == null) {
      if (groups >= MAX_OPEN) {
        throw new RefusedRowException("a window holds at most " + MAX_OPEN + " groups at once");
      }
      groups++;
      totals = shape.folds().values().stream().map(Fold.Total::new).toList();
      span.put(group, totals);
    }
    for (int i = 0; i < numbers.size(); i++) {
      totals.get(i).add(numbers.get(i), timeNs);
    }
  }

  @Override
  public void silent(long silentNs, Consumer<Row> next) {
    if (silentNs >= sizeNs + patienceNs) {
      end(next);
    }
  }

  @Override
  public void end(Consumer<Row> next) {
    if (!open.isEmpty()) {
      close(open.lastKey() + sizeNs, next);
    }
  }

  @Override
  public long late() {
    return late;
  }

  /** Gives on the spans that end then or before. */
  private void close(long timeNs, Consumer<Row> next) {
    List<Row> made = new ArrayList<>();
    Iterator<Map.Entry<Long, Map<List<Value>, List<Fold.Total>>>> spans =
        open.entrySet().iterator();
    while (spans.hasNext()) {
      Map.Entry<Long, Map<List<Value>, List<Fold.Total>>> span = spans.next();
      if (span.getKey() + sizeNs > timeNs) {
        break;
      }
      span.getValue().forEach((group, totals) -> made.add(row(span.getKey(), group, totals)));
      groups -= span.getValue().size();
      spans.remove();
    }
    overNs = Math.max(overNs, timeNs);
    made.forEach(next);
  }

  private Row row(long start, List<Value> group, List<Fold.Total> totals) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < group.size(); i++) {
      fields.put(shape.by().get(i), group.get(i));
    }
    int number = 0;
    for (String name : shape.folds().keySet()) {
      fields.put(name, totals.get(number++).value());
    }
    return Row.of(start, fields);
  }
}

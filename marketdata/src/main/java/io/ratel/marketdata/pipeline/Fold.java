package io.ratel.marketdata.pipeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many rows become one number: {@code sum(quantity)}, {@code count()}. */
public enum Fold {
  COUNT,
  SUM,
  MIN,
  MAX,
  /** The sum by the count, to 34 digits. */
  MEAN,
  /** Of the earliest row. */
  FIRST,
  /** Of the latest row; of two of one moment, the one that came later. */
  LAST;

  private static final Pattern FORM =
      Pattern.compile("([a-z]+)\\(\\s*([A-Za-z_][A-Za-z0-9_]*)?\\s*\\)");

  /**
   * One number of a window.
   *
   * @param field empty for a count
   */
  public record Of(Fold fold, String field) {
    /**
     * @param fields that there are
     * @throws IllegalArgumentException naming what is wrong
     */
    public static Of read(String text, Set<String> fields) {
      Matcher parts = FORM.matcher(text.strip());
      Optional<Fold> fold = parts.matches() ? named(parts.group(1)) : Optional.empty();
      if (fold.isEmpty()) {
        throw new IllegalArgumentException(
            "must be count(), sum(FIELD), min, max, mean, first or last, was '" + text + "'");
      }
      String field = Optional.ofNullable(parts.group(2)).orElse("");
      if (field.isEmpty() != (fold.get() == COUNT)) {
        throw new IllegalArgumentException(
            "count() is of no field and the others are of one, was '" + text + "'");
      }
      if (!field.isEmpty() && !fields.contains(field)) {
        throw new IllegalArgumentException(
            "must be of a field that is there (%s), was '%s'"
                .formatted(String.join(", ", fields), text));
      }
      return new Of(fold.get(), field);
    }

    private static Optional<Fold> named(String name) {
      for (Fold fold : values()) {
        if (fold.name().toLowerCase(Locale.ROOT).equals(name)) {
          return Optional.of(fold);
        }
      }
      return Optional.empty();
    }

    /**
     * What a row adds.
     *
     * @throws RefusedRowException when it has no number there
     */
    BigDecimal in(Row row) {
      return fold == COUNT ? BigDecimal.ONE : row.decimal(field);
    }
  }

  /** The number so far. One thread at a time. */
  static final class Total {
    private final Of of;
    private long count;
    private long timeNs;
    private BigDecimal value = BigDecimal.ZERO;

    Total(Of of) {
      this.of = of;
    }

    void add(BigDecimal number, long rowNs) {
      boolean replaces =
          count == 0
              || switch (of.fold()) {
                case MIN -> number.compareTo(value) < 0;
                case MAX -> number.compareTo(value) > 0;
                case FIRST -> rowNs < timeNs;
                case LAST -> rowNs >= timeNs;
                case COUNT, SUM, MEAN -> false;
              };
      if (replaces) {
        value = number;
        timeNs = rowNs;
      } else if (of.fold() == COUNT || of.fold() == SUM || of.fold() == MEAN) {
        value = value.add(number);
      }
      count++;
    }

    Value value() {
      return Value.of(
          of.fold() == MEAN
              ? value.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
              : value);
    }
  }
}

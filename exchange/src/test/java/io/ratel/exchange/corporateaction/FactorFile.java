package io.ratel.exchange.corporateaction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of adjustment factors: date, price factor, split factor, reference price. A row's factors
 * apply to days up to and including its date, so what changes from one row to the next happened
 * after the first one's close, which is its reference price.
 */
final class FactorFile {
  record Row(String date, BigDecimal price, BigDecimal split, BigDecimal reference) {}

  /**
   * What two neighbouring rows tell.
   *
   * @param date the last day before it
   * @param dividend of a share, to four decimals
   * @param reference the last price before it
   */
  record Action(
      String date, Optional<Split> split, Optional<BigDecimal> dividend, BigDecimal reference) {}

  /** Factors are printed with as few as six digits. */
  private static final BigDecimal NEAR = new BigDecimal("0.00001");

  private static final int MAX_DENOMINATOR = 100;
  private static final MathContext DIGITS = MathContext.DECIMAL64;

  private FactorFile() {}

  static List<Row> parse(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      List<String> columns = List.of(line.strip().split(",", -1));
      if (columns.size() != 4 || !columns.getFirst().matches("\\d{8}")) {
        throw new IllegalArgumentException("not a row of factors: " + line);
      }
      rows.add(
          new Row(
              columns.get(0),
              new BigDecimal(columns.get(1)),
              new BigDecimal(columns.get(2)),
              new BigDecimal(columns.get(3))));
    }
    return rows;
  }

  static List<Action> actions(List<Row> rows) {
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i + 1 < rows.size(); i++) {
      Row row = rows.get(i);
      Row next = rows.get(i + 1);
      BigDecimal splitRatio = next.split.divide(row.split, DIGITS);
      Optional<Split> split = isOne(splitRatio) ? Optional.empty() : Optional.of(split(splitRatio));
      BigDecimal kept = row.price.divide(next.price, DIGITS);
      Optional<BigDecimal> dividend =
          kept.compareTo(BigDecimal.ONE) == 0
              ? Optional.empty()
              : Optional.of(
                  BigDecimal.ONE
                      .subtract(kept)
                      .multiply(row.reference)
                      .setScale(4, RoundingMode.HALF_EVEN));
      if (split.isPresent() || dividend.isPresent()) {
        actions.add(new Action(row.date, split, dividend, row.reference));
      }
    }
    return actions;
  }

  private static boolean isOne(BigDecimal ratio) {
    return ratio.subtract(BigDecimal.ONE).abs().compareTo(NEAR) < 0;
  }

  /** The fraction of the smallest denominator that is as near as the digits tell. */
  private static Split split(BigDecimal ratio) {
    for (int denominator = 1; denominator <= MAX_DENOMINATOR; denominator++) {
      BigDecimal times = ratio.multiply(BigDecimal.valueOf(denominator));
      BigDecimal numerator = times.setScale(0, RoundingMode.HALF_EVEN);
      if (numerator.signum() > 0 && isOne(times.divide(numerator, DIGITS))) {
        return new Split(numerator.longValueExact(), denominator);
      }
    }
    throw new IllegalArgumentException("no split has the ratio " + ratio);
  }
}

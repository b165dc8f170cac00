package io.ratel.marketdata.bar;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a bar ends that is not cut by time: after so many trades, so much volume, or so much money
 * (M. López de Prado, Advances in Financial Machine Learning, 2018, section 2.3.1).
 *
 * <p>The trade that reaches the size belongs whole to the bar that it closes, and the next bar
 * begins empty: what is beyond the size is not carried over, because a trade that is split would be
 * one that nobody made. Every UTC day begins a new bar, so that a bar does not depend on where one
 * began to read; the last bar of a day may be smaller.
 *
 * @param size in trades, in units of the base, or in units of the quote
 */
public record BarCut(Kind kind, BigDecimal size) {
  /** What is counted. */
  public enum Kind {
    TRADES("t"),
    VOLUME("v"),
    /** Price times quantity, in the quote's money. */
    MONEY("d");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  public static final String RULE =
      "must be an interval such as 1m, or a cut: 2t to 1000000t trades, 0.000001v or more of"
          + " volume, 1000d or more of money, of at most 15 digits";

  private static final Pattern FORM = Pattern.compile("([0-9]{1,15})(?:\\.([0-9]{1,9}))?([tvd])");
  private static final BigDecimal MOST_TRADES = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal LEAST_VOLUME = new BigDecimal("0.000001");
  private static final BigDecimal LEAST_MONEY = BigDecimal.valueOf(1_000); // 1d is a day

  /** Reads {@code 100t}, {@code 50v}, {@code 0.5v} or {@code 1000000d}. */
  public static Optional<BarCut> parse(String label) {
    Matcher form = FORM.matcher(label);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal size = new BigDecimal(label.substring(0, label.length() - 1));
    return switch (form.group(3)) {
      case "t" ->
          form.group(2) == null
                  && size.compareTo(BigDecimal.TWO) >= 0
                  && size.compareTo(MOST_TRADES) <= 0
              ? Optional.of(new BarCut(Kind.TRADES, size))
              : Optional.empty();
      case "v" -> atLeast(LEAST_VOLUME, Kind.VOLUME, size);
      default -> atLeast(LEAST_MONEY, Kind.MONEY, size);
    };
  }

  private static Optional<BarCut> atLeast(BigDecimal least, Kind kind, BigDecimal size) {
    return size.compareTo(least) >= 0 ? Optional.of(new BarCut(kind, size)) : Optional.empty();
  }

  public String label() {
    return size.stripTrailingZeros().toPlainString() + kind.letter;
  }
}

package io.ratel.exchange.reconciliation;

/**
 * One difference.
 *
 * @param table of schema {@code projection}, {@code exchange} for the machine's own books
 * @param key of the row, its columns in turn
 * @param field a column, or {@code row} when the row as a whole is there or not
 * @param expected what the truth says
 * @param found what is there instead
 * @param mend the command that mends it
 */
public record Break(
    BreakKind kind,
    String table,
    String key,
    String field,
    String expected,
    String found,
    String mend) {
  /** What is said of a row that is not there. */
  public static final String NOTHING = "nothing";

  /** The field of a break that is about a whole row. */
  public static final String ROW = "row";
}

package io.ratel.marketdata.rule;

/** A condition that is none, or beyond its bounds; the message is fit for who wrote it. */
public final class InvalidConditionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String rule;

  public InvalidConditionException(String field, String value, String rule) {
    super(field + " " + rule + ", was '" + value + "'", null, false, false);
    this.field = field;
    this.value = value;
    this.rule = rule;
  }

  public String field() {
    return field;
  }

  public String value() {
    return value;
  }

  /** What would be right. */
  public String rule() {
    return rule;
  }
}

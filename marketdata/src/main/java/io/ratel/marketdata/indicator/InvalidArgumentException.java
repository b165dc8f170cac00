package io.ratel.marketdata.indicator;

/** What an indicator or a rule cannot be given; the message is fit for who gave it. */
public final class InvalidArgumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String rule;

  public InvalidArgumentException(String field, String value, String rule) {
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

package io.ratel.gateway.operation;

import org.jspecify.annotations.Nullable;

/**
 * Ends an operation with an error that the caller is told. It carries no stack trace: it is an
 * answer, not a fault.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_VALUE = 64;

  private final ErrorCode code;
  private final String text;
  private final @Nullable String field;
  private final @Nullable String value;
  private final @Nullable String rule;

  private RefusedException(
      ErrorCode code,
      String text,
      @Nullable String field,
      @Nullable String value,
      @Nullable String rule) {
    super(code + ": " + text, null, false, false);
    this.code = code;
    this.text = text;
    this.field = field;
    this.value = value == null ? null : shortened(value);
    this.rule = rule;
  }

  /** An error that no single field is to blame for. */
  public static RefusedException of(ErrorCode code, String message) {
    return new RefusedException(code, message, null, null, null);
  }

  /** An error about a field whose value is not repeated: it is missing, or secret. */
  public static RefusedException field(ErrorCode code, String field, String rule) {
    return new RefusedException(code, field + " " + rule, field, null, rule);
  }

  /** An error about a field; the message is {@code field rule, was 'value'}. */
  public static RefusedException value(ErrorCode code, String field, String value, String rule) {
    String message = field + " " + rule + ", was '" + shortened(value) + "'";
    return new RefusedException(code, message, field, value, rule);
  }

  /** An error about a field, told in words of its own. */
  public static RefusedException told(
      ErrorCode code, String message, String field, @Nullable String value, String rule) {
    return new RefusedException(code, message, field, value, rule);
  }

  private static String shortened(String value) {
    return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "…";
  }

  public ErrorCode code() {
    return code;
  }

  /** What the caller is told. */
  public ErrorBody body(@Nullable String rayId) {
    return new ErrorBody(new ErrorBody.Fault(code, text, field, value, rule, rayId));
  }
}

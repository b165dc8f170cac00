package io.ratel.gateway.operation;

/** An operation's outcome; the status is the declared one unless the operation says otherwise. */
public record Answer<R>(int status, R body) {
  public static <R> Answer<R> ok(R body) {
    return new Answer<>(200, body);
  }

  public static <R> Answer<R> created(R body) {
    return new Answer<>(201, body);
  }
}

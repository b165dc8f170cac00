package io.ratel.gateway.operation;

import java.util.HashMap;
import java.util.Map;

/**
 * An operation's outcome; the status is the declared one unless the operation says otherwise.
 *
 * @param headers beside those that every answer has
 */
public record Answer<R>(int status, R body, Map<String, String> headers) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  public Answer(int status, R body) {
    this(status, body, Map.of());
  }

  public static <R> Answer<R> ok(R body) {
    return new Answer<>(200, body);
  }

  public static <R> Answer<R> created(R body) {
    return new Answer<>(201, body);
  }

  /** Sends a browser elsewhere. */
  public static Answer<Nothing> seeOther(String location) {
    return new Answer<>(303, new Nothing(), Map.of("Location", location));
  }

  /** The same with one header more. */
  public Answer<R> with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer<>(status, body, more);
  }
}

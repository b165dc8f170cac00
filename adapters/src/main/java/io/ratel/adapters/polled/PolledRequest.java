package io.ratel.adapters.polled;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One question.
 *
 * @param about what it asks for, as its source calls it: a series, a symbol
 * @param uri may hold a key, and is therefore not shown
 * @param body of a POST; a GET when empty
 */
public record PolledRequest(
    String about, URI uri, Optional<String> body, Map<String, String> headers) {
  public PolledRequest {
    headers = Map.copyOf(headers);
  }

  public static PolledRequest get(String about, URI uri) {
    return new PolledRequest(about, uri, Optional.empty(), Map.of());
  }

  /** Where it goes, without what may be secret. */
  public String shown() {
    int query = uri.toString().indexOf('?');
    return query < 0 ? uri.toString() : uri.toString().substring(0, query);
  }

  @Override
  public String toString() {
    return about + " at " + shown();
  }
}

package io.ratel.gateway.operation;

import java.util.Map;

/**
 * Parts of a request whose fields are not declared, because they are not the same for each request;
 * the operation reads them itself and refuses what it does not know.
 */
public final class Open {
  private Open() {}

  /** A body as it came. */
  public record Body(byte[] bytes) {}

  /** What the query has besides the declared names. */
  public record Query(Map<String, String> values) {
    public Query {
      values = Map.copyOf(values);
    }
  }
}

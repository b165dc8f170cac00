package io.ratel.gateway.operation;

import java.util.Map;

/** What the query has besides the declared names; the operation refuses what it does not know. */
public record RestOfQuery(Map<String, String> values) {
  public RestOfQuery {
    values = Map.copyOf(values);
  }
}

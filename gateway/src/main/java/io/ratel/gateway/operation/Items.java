package io.ratel.gateway.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, or a page of one.
 *
 * @param next the {@code cursor} of the page that follows, null at the end
 */
public record Items<T>(List<T> items, @Nullable String next) {
  /** A list that has no pages. */
  public static <T> Items<T> all(List<T> items) {
    return new Items<>(items, null);
  }
}

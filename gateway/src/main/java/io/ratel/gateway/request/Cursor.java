package io.ratel.gateway.request;

import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.RefusedException;
import java.util.Optional;
import java.util.function.Function;

/** Where a page begins, as text that a client only hands back. */
public final class Cursor {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 500;

  private Cursor() {}

  public static Optional<Long> before(Optional<String> cursor) {
    return cursor.map(Cursor::parse);
  }

  private static long parse(String text) {
    try {
      long id = Long.parseLong(text);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is not positive
    }
    throw RefusedException.value(
        ErrorCode.INVALID_FIELD, "cursor", text, "must be the next of an earlier page");
  }

  public static <A, B> Items<B> page(Page<A> page, Function<A, B> wire) {
    return new Items<>(
        page.items().stream().map(wire).toList(),
        page.next().map(id -> Long.toString(id)).orElse(null));
  }
}

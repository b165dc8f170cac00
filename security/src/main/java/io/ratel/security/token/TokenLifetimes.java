package io.ratel.security.token;

import java.time.Duration;

/**
 * How long the kinds of tokens live that an operator may choose for.
 *
 * @param outer 60 minutes to 24 hours
 * @param inner 5 to 20 minutes
 * @param danger 1 to 10 minutes
 */
public record TokenLifetimes(Duration outer, Duration inner, Duration danger) {
  private static final Duration MIN_OUTER = Duration.ofMinutes(60);
  private static final Duration MIN_INNER = Duration.ofMinutes(5);
  private static final Duration MIN_DANGER = Duration.ofMinutes(1);
  private static final Duration MAX_INNER = Duration.ofMinutes(20);

  public static final TokenLifetimes STANDARD =
      new TokenLifetimes(
          TokenKind.OUTER.lifetime(), TokenKind.INNER.lifetime(), TokenKind.DANGER.lifetime());

  public TokenLifetimes {
    require("outer", outer, MIN_OUTER, TokenKind.MAX_LIFETIME);
    require("inner", inner, MIN_INNER, MAX_INNER);
    require("danger", danger, MIN_DANGER, TokenKind.DANGER.lifetime());
  }

  private static void require(String name, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "the lifetime of %s tokens must be %d to %d minutes, was %d seconds"
              .formatted(name, min.toMinutes(), max.toMinutes(), value.toSeconds()));
    }
  }

  Duration of(TokenKind kind) {
    return switch (kind) {
      case OUTER -> outer;
      case INNER -> inner;
      case DANGER -> danger;
      case STREAM -> kind.lifetime();
    };
  }
}

package io.ratel.gateway.identity.external;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What binds a sign-in elsewhere to the browser that began it: a random cookie that no script sees.
 * It is no session; it lives for five minutes.
 */
final class BrowserCookie {
  private static final String NAME = "ratel-sign-in";
  private static final int LIFETIME_S = 300;
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private BrowserCookie() {}

  /**
   * The header that sets it.
   *
   * @param strict whether it is for requests of our own page alone; one that must come along when
   *     another site sends the browser back is not
   * @param secure whether the page is served over https
   */
  static String set(String value, boolean strict, boolean secure) {
    return NAME
        + "="
        + value
        + "; Path=/v1; HttpOnly; Max-Age="
        + LIFETIME_S
        + "; SameSite="
        + (strict ? "Strict" : "Lax")
        + (secure ? "; Secure" : "");
  }

  /** The header that takes it back. */
  static String clear() {
    return NAME + "=; Path=/v1; HttpOnly; Max-Age=0; SameSite=Strict";
  }

  /** Its value, from a Cookie header (RFC 6265, section 4.2). */
  static Optional<String> read(Optional<String> header) {
    return header.stream()
        .flatMap(text -> Arrays.stream(text.split(";", -1)))
        .map(String::strip)
        .filter(pair -> pair.startsWith(NAME + "="))
        .map(pair -> pair.substring(NAME.length() + 1))
        .filter(value -> VALUE.matcher(value).matches())
        .findFirst();
  }
}

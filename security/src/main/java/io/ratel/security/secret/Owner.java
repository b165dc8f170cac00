package io.ratel.security.secret;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whose a secret is: what is sealed for one owner does not open as another's.
 *
 * @param id 1 to 128 visible ASCII characters
 */
public record Owner(Kind kind, String id) {
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /** Kept by name: a name never changes its meaning. */
  public enum Kind {
    PLATFORM,
    USER,
    CONTAINER,
    NODE
  }

  /** The platform itself, whose settings may be secrets. */
  public static final Owner PLATFORM = new Owner(Kind.PLATFORM, "ratel");

  public Owner {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "owner must have 1 to 128 visible ASCII characters, was '" + id + "'");
    }
  }

  /**
   * Reads {@code user:7}, {@code container:A}, {@code node:n1} or {@code platform}.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static Owner parse(String text) {
    if (text.equals("platform")) {
      return PLATFORM;
    }
    int colon = text.indexOf(':');
    for (Kind kind : Kind.values()) {
      if (colon > 0 && text.substring(0, colon).equals(kind.name().toLowerCase(Locale.ROOT))) {
        return new Owner(kind, text.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "owner must be platform, user:ID, container:ID or node:ID, was '" + text + "'");
  }

  @Override
  public String toString() {
    return this.equals(PLATFORM) ? "platform" : kind.name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}

package io.ratel.security.identity;

/** What others ask of licences, such as how much a user may ask for. Safe for any thread. */
@FunctionalInterface
public interface Licenses {
  /** {@link License#FREE} for a user that does not exist; may block. */
  License of(long userId);
}

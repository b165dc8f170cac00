package io.ratel.security.rate;

/** Which licence a user has. Safe for any thread; asked with every request, so it must be quick. */
@FunctionalInterface
public interface Licences {
  /** Everybody has the free one. */
  Licences ALL_FREE = userId -> Licence.FREE;

  Licence of(long userId);
}

package io.ratel.gateway.identity;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.identity.Passwords;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Checks passwords, a few at once. Safe for any thread; blocks. */
public final class PasswordCheck {
  /** Each check takes tens of milliseconds of a core and 19 MiB, so only a few run at once. */
  private static final int MAX_CHECKS = 4;

  private static final long WAIT_MS = 2_000;

  private final Passwords passwords;
  private final Semaphore checks = new Semaphore(MAX_CHECKS);

  public PasswordCheck(Passwords passwords) {
    this.passwords = passwords;
  }

  /**
   * @param hash empty for nobody, which takes as long
   * @throws RefusedException 429 when too many ask at once
   */
  public boolean matches(Optional<String> hash, String password) {
    return inTurn(() -> passwords.matches(hash, password));
  }

  /**
   * What is kept of a password.
   *
   * @throws RefusedException 429 when too many ask at once
   */
  public String hash(String password) {
    return inTurn(() -> passwords.hash(password));
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!checks.tryAcquire(WAIT_MS, TimeUnit.MILLISECONDS)) {
        throw RefusedException.of(
            ErrorCode.TOO_MANY_REQUESTS, "too many sign-ins at once; try again shortly");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RefusedException.of(ErrorCode.TIMED_OUT, "the sign-in took too long");
    }
    try {
      return work.get();
    } finally {
      checks.release();
    }
  }
}

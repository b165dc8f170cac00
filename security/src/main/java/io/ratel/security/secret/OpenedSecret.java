package io.ratel.security.secret;

import java.util.Arrays;

/** A secret in the clear, wiped when it is closed. For one thread. */
public final class OpenedSecret implements AutoCloseable {
  private final byte[] value;
  private boolean closed;

  OpenedSecret(byte[] value) {
    this.value = value;
  }

  /**
   * The bytes themselves, which are zero after {@link #close}: a caller that makes a String of them
   * leaves a copy in memory that nobody can wipe.
   */
  public byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("the secret was closed");
    }
    return value;
  }

  @Override
  public void close() {
    Arrays.fill(value, (byte) 0);
    closed = true;
  }

  /** Shows none of it. */
  @Override
  public String toString() {
    return "OpenedSecret";
  }
}

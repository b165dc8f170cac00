package io.ratel.security.pki;

/** A certificate that is not given or cannot be used; the message says why and shows no key. */
public final class PkiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PkiException(String message) {
    super(message);
  }

  public PkiException(String message, Throwable cause) {
    super(message, cause);
  }
}

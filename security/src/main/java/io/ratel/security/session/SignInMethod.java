package io.ratel.security.session;

import java.util.Locale;

/** How somebody signed in; kept by name. */
public enum SignInMethod {
  PASSWORD,
  PASSKEY,
  GOOGLE,
  TELEGRAM;

  /** Its name on the wire. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

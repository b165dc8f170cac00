package io.ratel.security.secret;

import java.util.List;

/** Master keys from an environment variable: {@code 1:BASE64,2:BASE64}. Immutable. */
public final class EnvironmentKeys implements KeyService {
  /** The variable's name. */
  public static final String VARIABLE = "RATEL_MASTER_KEYS";

  private final Keys keys;

  /**
   * @throws SecretException when the value does not hold keys; the message does not show it
   */
  public EnvironmentKeys(String value) {
    this.keys = Keys.parse(List.of(value.split(",")), VARIABLE);
  }

  @Override
  public MasterKey current() {
    return keys.current();
  }

  @Override
  public MasterKey version(int version) {
    return keys.version(version);
  }
}

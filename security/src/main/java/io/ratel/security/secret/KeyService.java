package io.ratel.security.secret;

/**
 * Hands out master keys: from a file ({@link KeyFile}), the environment ({@link EnvironmentKeys}),
 * or a key management service that unwraps them. Safe for any thread; calls may block.
 */
public interface KeyService {
  /**
   * The key that seals now: the one with the greatest version.
   *
   * @throws SecretException when there is none
   */
  MasterKey current();

  /**
   * A key that may still open.
   *
   * @throws SecretException when it is retired or was never here
   */
  MasterKey version(int version);
}

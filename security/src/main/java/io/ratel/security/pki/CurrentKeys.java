package io.ratel.security.pki;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the current identity. Its name in a handshake is the serial, so that key and chain are of
 * one certificate even when it is replaced between the two questions.
 */
final class CurrentKeys extends X509ExtendedKeyManager {
  private final CurrentIdentity identity;

  CurrentKeys(CurrentIdentity identity) {
    this.identity = identity;
  }

  private @Nullable String choose(List<String> keyTypes) {
    return keyTypes.contains("EC") ? Authority.serial(identity.get().certificate()) : null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return choose(Arrays.asList(keyTypes));
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return choose(List.of(keyType));
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return choose(Arrays.asList(keyTypes));
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return choose(List.of(keyType));
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String serial) {
    return identity
        .find(serial)
        .map(found -> found.chain().toArray(X509Certificate[]::new))
        .orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String serial) {
    return identity.find(serial).map(Identity::key).orElse(null);
  }
}

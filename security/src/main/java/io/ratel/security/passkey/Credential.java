package io.ratel.security.passkey;

import java.util.List;

/**
 * What is kept of a passkey to check it by; nothing of it is secret.
 *
 * @param id unique, chosen by the device
 * @param attested WebAuthn's attested credential data: maker, id and public key
 * @param signCount as the device last told; 0 for devices that do not count
 * @param transports how browsers reach the device, in WebAuthn's words
 * @param backupEligible whether it may be copied to other devices
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Credential(
    byte[] id,
    byte[] attested,
    long signCount,
    List<String> transports,
    boolean backupEligible,
    boolean backedUp) {
  public Credential {
    transports = List.copyOf(transports);
  }
}

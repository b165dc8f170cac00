package io.ratel.security.secret;

/**
 * A secret as it is kept.
 *
 * @param version 1 for the first value in this place, one more for each that replaces it
 * @param keyVersion of the master key that sealed it
 * @param nonce 12 random bytes
 * @param ciphertext the value, encrypted, and 16 bytes of tag
 */
@SuppressWarnings("ArrayRecordComponent") // rows are compared by nobody
public record SealedSecret(
    Place place, long version, int keyVersion, byte[] nonce, byte[] ciphertext) {
  @Override
  public String toString() {
    return "SealedSecret[" + place + ", version " + version + ", key " + keyVersion + "]";
  }
}

package io.ratel.security.enrolment;

import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.Subject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;

/**
 * A request for a certificate, signed with ECDSA over SHA-256 by an enrolment key or by the key of
 * the certificate that is being renewed.
 *
 * @param key to be certified
 * @param time of the requester's clock, to the millisecond
 * @param nonce 16 random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // requests are compared by nobody
public record EnrolmentRequest(
    Subject subject, PublicKey key, Instant time, byte[] nonce, byte[] signature) {
  static final String ALGORITHM = "SHA256withECDSA";
  static final int NONCE_BYTES = 16;

  /** Makes and signs a request. */
  public static EnrolmentRequest signed(
      Subject subject, PublicKey key, Instant time, SecureRandom random, PrivateKey signer) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(signer, random);
      signature.update(text(subject, key, time, nonce));
      return new EnrolmentRequest(subject, key, time, nonce, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new PkiException("a request cannot be signed: " + e.getMessage(), e);
    }
  }

  /** Whether the holder of this key signed all of it. */
  boolean signedBy(PublicKey signer) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(signer);
      check.update(text(subject, key, time, nonce));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a signature that is none
    }
  }

  /** What is signed: each part with its length before it. */
  private static byte[] text(Subject subject, PublicKey key, Instant time, byte[] nonce) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      put(out, "ratel enrolment 1".getBytes(StandardCharsets.US_ASCII));
      out.writeLong(time.toEpochMilli());
      put(out, nonce);
      put(out, subject.uri().toString().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(subject.hosts().size());
      for (String host : subject.hosts()) {
        put(out, host.getBytes(StandardCharsets.US_ASCII));
      }
      put(out, key.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }
}

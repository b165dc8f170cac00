package io.ratel.security.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.ratel.security.passkey.RelyingParty.Assertion;
import io.ratel.security.passkey.RelyingParty.NewPasskey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A device with one passkey (WebAuthn level 3, section 6), which does whatever a test says. */
final class TestDevice {
  static final int USER_PRESENT = 0x01;
  static final int USER_VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  final byte[] credentialId = new byte[16];
  String origin = "http://localhost:8080";
  String site = "localhost";
  int flags = USER_PRESENT | USER_VERIFIED;
  int counter = 1;
  private final KeyPair keys;

  TestDevice() throws GeneralSecurityException {
    new SecureRandom().nextBytes(credentialId);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
  }

  NewPasskey make(String challenge) throws GeneralSecurityException, JsonProcessingException {
    byte[] data = authenticatorData(flags | ATTESTED, attested());
    Map<String, Object> attestation = new LinkedHashMap<>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    attestation.put("authData", data);
    return new NewPasskey(
        new CBORMapper().writeValueAsBytes(attestation),
        client("webauthn.create", challenge),
        List.of("internal"));
  }

  Assertion show(String challenge) throws GeneralSecurityException, JsonProcessingException {
    return show(challenge, "webauthn.get", this);
  }

  /**
   * @param signer whose key signs
   */
  Assertion show(String challenge, String type, TestDevice signer)
      throws GeneralSecurityException, JsonProcessingException {
    byte[] data = authenticatorData(flags, new byte[0]);
    byte[] client = client(type, challenge);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(signer.keys.getPrivate());
    signature.update(data);
    signature.update(sha256(client));
    return new Assertion(credentialId, null, data, client, signature.sign());
  }

  private byte[] client(String type, String challenge) throws JsonProcessingException {
    Map<String, Object> client = new LinkedHashMap<>();
    client.put("type", type);
    client.put("challenge", challenge);
    client.put("origin", origin);
    client.put("crossOrigin", false);
    return new ObjectMapper().writeValueAsBytes(client);
  }

  private byte[] authenticatorData(int allFlags, byte[] attested) throws GeneralSecurityException {
    return ByteBuffer.allocate(37 + attested.length)
        .put(sha256(site.getBytes(StandardCharsets.US_ASCII)))
        .put((byte) allFlags)
        .putInt(counter)
        .put(attested)
        .array();
  }

  /** No maker, the id, and the key in COSE (RFC 9052): kty EC2, alg ES256, curve P-256. */
  private byte[] attested() throws JsonProcessingException {
    ByteArrayOutputStream cose = new ByteArrayOutputStream();
    cose.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    cose.writeBytes(fixed(key.getW().getAffineX()));
    cose.writeBytes(new byte[] {0x22, 0x58, 32});
    cose.writeBytes(fixed(key.getW().getAffineY()));
    return ByteBuffer.allocate(18 + credentialId.length + cose.size())
        .put(new byte[16])
        .putShort((short) credentialId.length)
        .put(credentialId)
        .put(cose.toByteArray())
        .array();
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}

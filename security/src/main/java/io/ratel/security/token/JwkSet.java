package io.ratel.security.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Public keys of the curve P-256 as a JWK set (RFC 7517, section 5; RFC 7518, section 6.2). */
public final class JwkSet {
  private static final int COORDINATE_BYTES = 32;
  private static final int MAX_KEYS = 16;

  private JwkSet() {}

  /** The set as JSON; nothing private is in it. */
  public static String write(Map<String, ECPublicKey> keys) {
    ArrayNode list = Jose.JSON.createArrayNode();
    keys.forEach(
        (id, key) ->
            list.addObject()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", coordinate(key.getW().getAffineX()))
                .put("y", coordinate(key.getW().getAffineY()))
                .put("kid", id)
                .put("alg", Jose.ALGORITHM)
                .put("use", "sig"));
    ObjectNode set = Jose.JSON.createObjectNode();
    set.set("keys", list);
    return set.toString();
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return Jose.encode(fixed);
  }

  /**
   * Reads a set; keys of other kinds are left out, as the standard asks.
   *
   * @throws IOException when it is not a set of keys, or a key is not on the curve
   */
  public static Map<String, ECPublicKey> read(String json) throws IOException {
    JsonNode list = Jose.JSON.readTree(json).path("keys");
    if (!list.isArray() || list.size() > MAX_KEYS) {
      throw new IOException("a JWK set must have a list of at most " + MAX_KEYS + " keys");
    }
    Map<String, ECPublicKey> keys = new LinkedHashMap<>();
    for (JsonNode key : list) {
      boolean ours =
          key.path("kty").asText().equals("EC")
              && key.path("crv").asText().equals("P-256")
              && !key.path("kid").asText().isEmpty();
      if (ours) {
        keys.put(key.path("kid").asText(), key(key.path("x").asText(), key.path("y").asText()));
      }
    }
    return keys;
  }

  private static ECPublicKey key(String x, String y) throws IOException {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
      ECPoint point = new ECPoint(number(x), number(y));
      requireOnCurve(point, curve);
      return (ECPublicKey)
          KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("a key of the set is no point of the curve P-256", e);
    }
  }

  private static BigInteger number(String text) {
    byte[] bytes = Jose.decode(text);
    if (bytes.length != COORDINATE_BYTES) {
      throw new IllegalArgumentException("a coordinate must have 32 bytes");
    }
    return new BigInteger(1, bytes);
  }

  /** y² = x³ + ax + b; the JDK does not look (SEC 1, section 3.2.2.1). */
  private static void requireOnCurve(ECPoint point, ECParameterSpec curve) {
    BigInteger p = ((java.security.spec.ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right =
        x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right)) {
      throw new IllegalArgumentException("not on the curve");
    }
  }
}

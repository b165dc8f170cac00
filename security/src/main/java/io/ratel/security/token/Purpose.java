package io.ratel.security.token;

import io.ratel.security.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a danger token is bound to. */
public final class Purpose {
  private Purpose() {}

  /** One operation on one resource with one body. */
  public static String of(String operation, String resource, byte[] body) {
    return ofHash(operation, resource, Sha256.of(body));
  }

  /** The same for a body that is known by its SHA-256; each part has its length before it. */
  public static String ofHash(String operation, String resource, byte[] bodySha256) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (byte[] part :
          new byte[][] {
            operation.getBytes(StandardCharsets.UTF_8),
            resource.getBytes(StandardCharsets.UTF_8),
            bodySha256
          }) {
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        hash.update(part);
      }
      return Jose.encode(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}

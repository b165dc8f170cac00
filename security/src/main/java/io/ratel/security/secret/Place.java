package io.ratel.security.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where a secret is kept.
 *
 * @param name 1 to 128 of letters, digits, dot, dash, underscore and slash
 */
public record Place(Owner owner, String name) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,128}");

  public Place {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name must have 1 to 128 of A-Z, a-z, 0-9, '.', '-', '_' and '/', was '" + name + "'");
    }
  }

  /**
   * What a sealed secret is bound to: owner's kind, owner, name, version and key version, each with
   * its length before it, so that no two places write the same bytes.
   */
  byte[] bindingTo(long version, int keyVersion) {
    return lengthPrefixed(
        ascii(owner.kind().name()),
        ascii(owner.id()),
        ascii(name),
        ByteBuffer.allocate(Long.BYTES).putLong(version).array(),
        ByteBuffer.allocate(Integer.BYTES).putInt(keyVersion).array());
  }

  static byte[] lengthPrefixed(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += Integer.BYTES + part.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      out.putInt(part.length).put(part);
    }
    return out.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return owner + "/" + name;
  }
}

package io.ratel.security.audit;

import io.ratel.security.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How one record follows another. The hash is SHA-256 over: the bytes {@code ratel-audit-1}, the
 * hash before (32 bytes), the number (8 bytes, big endian as all that follow), the time in seconds
 * since 1970 (8) and nanoseconds (4), who (8), then every text in UTF-8 with its length before it
 * (4), so that no two records have the same bytes.
 */
public final class Chain {
  private static final byte[] VERSION = "ratel-audit-1".getBytes(StandardCharsets.US_ASCII);

  private Chain() {}

  /** The record that follows. */
  public static AuditRecord next(Link newest, Act act) {
    long number = newest.number() + 1;
    Act kept = act.kept();
    return new AuditRecord(number, kept, newest.hash(), hash(newest.hash(), number, kept));
  }

  /**
   * @param previous 64 hexadecimal digits
   */
  public static String hash(String previous, long number, Act act) {
    return HexFormat.of().formatHex(Sha256.of(bytes(previous, number, act)));
  }

  private static byte[] bytes(String previous, long number, Act act) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(VERSION);
      out.write(HexFormat.of().parseHex(previous));
      out.writeLong(number);
      out.writeLong(act.at().getEpochSecond());
      out.writeInt(act.at().getNano());
      out.writeLong(act.who());
      for (String text :
          new String[] {
            act.credential(),
            act.operation(),
            act.resource(),
            act.outcome().name(),
            act.request(),
            act.before(),
            act.after(),
            act.rayId(),
            act.address()
          }) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }
}

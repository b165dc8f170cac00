package io.ratel.security.pool;

import io.ratel.security.digest.Sha256;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** What an invited one sends to join, {@code ri_CODE}; whoever has it may use it. */
public record InvitationCode(String text) {
  /** The form of every code. */
  public static final String PATTERN = "ri_[A-Za-z0-9_-]{32}";

  private static final int BYTES = 24;

  /**
   * @param random nobody may guess what it gives next
   */
  public static InvitationCode mint(RandomGenerator random) {
    byte[] code = new byte[BYTES];
    random.nextBytes(code);
    return new InvitationCode("ri_" + Base64.getUrlEncoder().withoutPadding().encodeToString(code));
  }

  /** What is kept of it; 192 random bits need no slow hash. */
  public byte[] hash() {
    return Sha256.of(text);
  }

  /** Leaves the code out. */
  @Override
  public String toString() {
    return "InvitationCode[]";
  }
}

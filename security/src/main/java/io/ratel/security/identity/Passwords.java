package io.ratel.security.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hashes in the form of the PHC string format, {@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}, so that the cost can be raised later and old hashes still
 * check. Safe for any thread; each call takes {@code memoryKiB} of memory and tens of milliseconds:
 * bound how many run at once.
 */
public final class Passwords {
  /** Longer ones are refused before any work is done. */
  public static final int MAX_LENGTH = 256;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MAX_MEMORY_KIB = 1 << 20;
  private static final int MAX_PASSES = 64;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{1,88})"
              + "\\$([A-Za-z0-9+/]{1,88})");

  private final int memoryKiB;
  private final int passes;
  private final SecureRandom random = new SecureRandom();
  private final String nobody;

  /** The cost that OWASP's password storage cheat sheet (2024) gives as its minimum. */
  public Passwords() {
    this(19_456, 2);
  }

  /**
   * @param memoryKiB 8 to 1,048,576
   * @param passes 1 to 64
   */
  public Passwords(int memoryKiB, int passes) {
    if (memoryKiB < 8 || memoryKiB > MAX_MEMORY_KIB) {
      throw new IllegalArgumentException("memoryKiB must be 8 to 1,048,576, was " + memoryKiB);
    }
    if (passes < 1 || passes > MAX_PASSES) {
      throw new IllegalArgumentException("passes must be 1 to 64, was " + passes);
    }
    this.memoryKiB = memoryKiB;
    this.passes = passes;
    this.nobody = hash("");
  }

  /**
   * @throws IllegalArgumentException when the password is longer than {@link #MAX_LENGTH}
   */
  public String hash(String password) {
    if (password.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a password has at most " + MAX_LENGTH + " characters, was " + password.length());
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = argon2id(password, salt, memoryKiB, passes, 1, HASH_BYTES);
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(memoryKiB, passes, encoder.encodeToString(salt), encoder.encodeToString(hash));
  }

  /**
   * Tells whether this is the password. For a user that does not exist pass empty: the same work is
   * done, so that the time taken does not tell.
   *
   * @throws IllegalArgumentException when {@code stored} is not such a hash
   */
  public boolean matches(Optional<String> stored, String password) {
    Matcher form = FORM.matcher(stored.orElse(nobody));
    if (!form.matches()) {
      throw new IllegalArgumentException("a stored password hash is not in Argon2id's PHC form");
    }
    int memory = Integer.parseInt(form.group(1));
    int iterations = Integer.parseInt(form.group(2));
    int lanes = Integer.parseInt(form.group(3));
    if (memory > MAX_MEMORY_KIB || iterations > MAX_PASSES || iterations < 1 || lanes < 1) {
      throw new IllegalArgumentException("a stored password hash asks for too much work");
    }
    if (password.length() > MAX_LENGTH) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(form.group(4));
    byte[] expected = Base64.getDecoder().decode(form.group(5));
    byte[] actual = argon2id(password, salt, memory, iterations, lanes, expected.length);
    return MessageDigest.isEqual(expected, actual) & stored.isPresent();
  }

  private static byte[] argon2id(
      String password, byte[] salt, int memoryKiB, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKiB)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}

package io.ratel.security.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A P-256 key pair and its name.
 *
 * @param id the start of the public key's SHA-256, so that it is the same wherever the key is
 */
public record TokenKeys(String id, ECPrivateKey privateKey, ECPublicKey publicKey) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** A fresh pair, kept nowhere. */
  public static TokenKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return of((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make P-256 keys", e);
    }
  }

  /**
   * Reads the pair from a file, or makes one and writes it there, readable by the owner alone.
   *
   * @throws IOException when the file cannot be read or written, is readable by others, or holds
   *     anything but such a pair; the message says which
   */
  public static TokenKeys loadOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file, generate());
    }
    return read(file);
  }

  private static TokenKeys read(Path file) throws IOException {
    if (posix(file)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!OWNER_ONLY.containsAll(permissions)) {
        throw new IOException(
            file
                + " holds a private key and must be readable by its owner alone (0600), is "
                + PosixFilePermissions.toString(permissions));
      }
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      return of(
          (ECPrivateKey)
              factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY"))),
          (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY"))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " does not hold a pair of P-256 keys in PEM form", e);
    }
  }

  private static void write(Path file, TokenKeys keys) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file name");
    }
    FileAttribute<?>[] attributes =
        posix(folder)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Path draft = Files.createTempFile(folder, "token-key", ".draft", attributes);
    try {
      Files.writeString(
          draft,
          pem("PRIVATE KEY", keys.privateKey().getEncoded())
              + pem("PUBLIC KEY", keys.publicKey().getEncoded()),
          StandardCharsets.US_ASCII);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static boolean posix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  private static TokenKeys of(ECPrivateKey privateKey, ECPublicKey publicKey)
      throws GeneralSecurityException {
    requireP256(publicKey);
    return new TokenKeys(idOf(publicKey), privateKey, publicKey);
  }

  private static void requireP256(ECPublicKey key) throws GeneralSecurityException {
    if (key.getParams().getCurve().getField().getFieldSize() != 256) {
      throw new GeneralSecurityException("not a key of the curve P-256");
    }
  }

  private static String idOf(PublicKey key) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return Jose.encode(digest).substring(0, 16);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  private static byte[] block(String text, String label) {
    Matcher matcher =
        Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label)
            .matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no block " + label);
    }
    return Base64.getMimeDecoder().decode(matcher.group(1));
  }

  /** Names the key and shows none of it. */
  @Override
  public String toString() {
    return "TokenKeys[" + id + "]";
  }
}

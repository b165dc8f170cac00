package io.ratel.security.secret;

import io.ratel.security.secret.SecretException.Reason;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Master keys by version, and how they are spelled. Immutable. */
final class Keys {
  private final SortedMap<Integer, MasterKey> byVersion;

  Keys(Map<Integer, MasterKey> byVersion) {
    this.byVersion = new TreeMap<>(byVersion);
  }

  /**
   * Reads {@code VERSION:BASE64} of each text.
   *
   * @param source for messages, which never show the key
   */
  static Keys parse(Iterable<String> texts, String source) {
    TreeMap<Integer, MasterKey> keys = new TreeMap<>();
    for (String text : texts) {
      int colon = text.indexOf(':');
      try {
        int version = Integer.parseInt(text.substring(0, Math.max(colon, 0)).strip());
        MasterKey key =
            MasterKey.of(version, Base64.getDecoder().decode(text.substring(colon + 1).strip()));
        if (keys.put(version, key) != null) {
          throw new SecretException(
              Reason.BAD_KEY, source + " holds two master keys of version " + version);
        }
      } catch (IllegalArgumentException e) {
        throw new SecretException(
            Reason.BAD_KEY,
            source
                + " must hold master keys as VERSION:BASE64 (32 bytes), key "
                + (keys.size() + 1)
                + " is not");
      }
    }
    return new Keys(keys);
  }

  MasterKey current() {
    if (byVersion.isEmpty()) {
      throw new SecretException(Reason.NO_KEY, "there is no master key");
    }
    return version(byVersion.lastKey());
  }

  MasterKey version(int version) {
    MasterKey key = byVersion.get(version);
    if (key == null) {
      throw new SecretException(
          Reason.NO_KEY, "master key " + version + " is retired or was never here");
    }
    return key;
  }

  Keys and(MasterKey key) {
    TreeMap<Integer, MasterKey> more = new TreeMap<>(byVersion);
    more.put(key.version(), key);
    return new Keys(more);
  }

  Keys onlyCurrent() {
    MasterKey current = current();
    return new Keys(Map.of(current.version(), current));
  }

  int nextVersion() {
    return byVersion.isEmpty() ? 1 : Math.addExact(byVersion.lastKey(), 1);
  }

  int size() {
    return byVersion.size();
  }

  /** One line a key. */
  String write() {
    StringBuilder text = new StringBuilder();
    byVersion.forEach(
        (version, key) ->
            text.append(version)
                .append(':')
                .append(Base64.getEncoder().encodeToString(key.key().getEncoded()))
                .append('\n'));
    return text.toString();
  }
}

package io.ratel.exchange.snapshot;

import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;

/** Writes words, little-endian {@code long}s, one after the other. */
public final class SnapshotWriter {
  private final MutableDirectBuffer buffer;
  private int at;

  /**
   * @param buffer expandable
   */
  public SnapshotWriter(MutableDirectBuffer buffer) {
    this.buffer = buffer;
  }

  /** Bytes so far. */
  public int length() {
    return at;
  }

  public void put(long word) {
    buffer.putLong(at, word);
    at += Long.BYTES;
  }

  /** {@code count} words of an array. */
  public void put(long[] words, int from, int count) {
    for (int i = from; i < from + count; i++) {
      put(words[i]);
    }
  }

  /** A text as its length and its ASCII bytes in words. */
  public void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    put(bytes.length);
    for (int i = 0; i < bytes.length; i += Long.BYTES) {
      long word = 0;
      for (int j = i; j < Math.min(bytes.length, i + Long.BYTES); j++) {
        word |= (bytes[j] & 0xFFL) << 8 * (j - i);
      }
      put(word);
    }
  }
}

package io.ratel.exchange.snapshot;

import org.agrona.DirectBuffer;

/** Reads the words of a {@link SnapshotWriter} in the sequence in which they were written. */
public final class SnapshotReader {
  private final DirectBuffer buffer;
  private final int start;
  private final int end;
  private int at;

  public SnapshotReader(DirectBuffer buffer, int offset, int length) {
    this.buffer = buffer;
    this.start = offset;
    this.at = offset;
    this.end = offset + length;
  }

  /** Bytes read so far. */
  public int length() {
    return at - start;
  }

  /**
   * The next word.
   *
   * @throws IllegalArgumentException when there is none
   */
  public long get() {
    if (at + Long.BYTES > end) {
      throw new IllegalArgumentException("the snapshot ends in the middle, at byte " + length());
    }
    long word = buffer.getLong(at);
    at += Long.BYTES;
    return word;
  }

  /** The next word as a number of things, 0 to {@code max}. */
  public int getCount(int max) {
    long count = get();
    if (count < 0 || count > max) {
      throw new IllegalArgumentException(
          "the snapshot counts " + count + " where at most " + max + " are possible");
    }
    return (int) count;
  }

  /** The next {@code count} words into an array. */
  public void get(long[] words, int from, int count) {
    for (int i = from; i < from + count; i++) {
      words[i] = get();
    }
  }

  public String getText() {
    int length = getCount(1 << 16);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i += Long.BYTES) {
      long word = get();
      for (int j = i; j < Math.min(length, i + Long.BYTES); j++) {
        text.append((char) (word >>> 8 * (j - i) & 0xFF));
      }
    }
    return text.toString();
  }
}

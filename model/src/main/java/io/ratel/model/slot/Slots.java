package io.ratel.model.slot;

import java.nio.charset.StandardCharsets;

/**
 * Maps a key to its slot: {@code 1 + unsignedRemainder(xxh64(key), 32767)}, which fits PostgreSQL's
 * positive {@code smallint}. PL/pgSQL and TypeScript hold the same function, pinned by the vectors
 * in {@code slot-vectors.csv}.
 */
public final class Slots {
  public static final int COUNT = 32_767;

  /** Slots move in blocks of this many. */
  public static final int PER_BLOCK = 64;

  private Slots() {}

  /** The slot of a key in UTF-8, 1 to {@value #COUNT}. */
  public static short of(String key) {
    long hash = XxHash64.hash(key.getBytes(StandardCharsets.UTF_8), 0);
    return (short) (1 + Long.remainderUnsigned(hash, COUNT));
  }

  /** The slot of a numeric key, hashed as its decimal text. */
  public static short of(long key) {
    return of(Long.toString(key));
  }

  /** The block of a slot, 0 to 511. */
  public static int block(short slot) {
    return (slot - 1) / PER_BLOCK;
  }
}
